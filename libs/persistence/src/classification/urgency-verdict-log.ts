import { dayOf, type UrgencyKind } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

const RECORD = `insert into urgency_verdict (submission_id, model_version, rules, decided_on, proposed, decided, at_triage)`;

/**
 * Writes down what a person decides about urgency beside what had been suggested, before the submission itself is changed.
 * Until the first decision the submission carries what was suggested; after it, the verdict before this one does. Nothing is
 * written when the machine had not read the submission yet.
 */
export async function recordUrgencyVerdict(
  tx: EntityManager,
  submissionId: string,
  decided: UrgencyKind | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `${RECORD}
     select s.id, g.model_version, g.content->>'urgencyRules', $2,
       case when s.urgent_acknowledged_at is null then s.urgent when v.seq is not null then v.proposed
         else g.content #>> '{urgent,kind}' end, $3, false
     from submission s left join suggestion g on g.submission_id = s.id
       left join lateral (select seq, proposed from urgency_verdict where submission_id = s.id order by seq desc limit 1) v on true
     where s.id = $1
       and (g.submission_id is not null or v.seq is not null or (s.urgent_acknowledged_at is null and s.urgent is not null))`,
    [submissionId, dayOf(at), decided],
  );
}

/** Who sorts a submission on which nobody and nothing has put 緊急 has decided by that that it is not urgent. */
export async function recordUrgencyAtTriage(tx: EntityManager, submissionId: string, at: Date): Promise<void> {
  await tx.query(
    `${RECORD}
     select s.id, g.model_version, g.content->>'urgencyRules', $2, null, null, true
     from submission s join suggestion g on g.submission_id = s.id
     where s.id = $1 and s.urgent is null and s.urgent_acknowledged_at is null
       and not exists (select 1 from urgency_verdict v where v.submission_id = s.id)`,
    [submissionId, dayOf(at)],
  );
}
