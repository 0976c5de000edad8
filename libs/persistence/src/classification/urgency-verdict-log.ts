import { dayOf, type UrgencyKind } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

const RECORD = `insert into urgency_verdict (submission_id, model_version, rules, decided_on, proposed, decided, at_triage)`;

/**
 * A submission `s` with the alarm on it, `a`, and who raised it or who stayed quiet, `m`: nobody known where the alarm is older
 * than the suggestion.
 */
const READ = `submission s left join suggestion g on g.submission_id = s.id
  cross join lateral (select case when s.urgent_acknowledged_at is null then s.urgent else g.content #>> '{urgent,kind}' end) a(proposed)
  left join lateral (select coalesce(g.content->>'urgencyModel', g.model_version), g.content->>'urgencyRules') m(model_version, rules)
    on a.proposed is not distinct from g.content #>> '{urgent,kind}'`;
const IS_READ = `(g.submission_id is not null or a.proposed is not null)`;

/**
 * Writes down what a person decides about urgency beside what had been suggested, before the submission itself is changed. The
 * first time that is what the machine says; after it, what the verdict before this one stands beside. Nothing is written when
 * the machine had not read the submission yet.
 */
export async function recordUrgencyVerdict(
  tx: EntityManager,
  submissionId: string,
  decided: UrgencyKind | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `${RECORD}
     select s.id, before.model_version, before.rules, $2, before.proposed, $3, false
     from ${READ} cross join lateral (
       select v.model_version, v.rules, v.proposed, v.seq from urgency_verdict v where v.submission_id = s.id
       union all select m.model_version, m.rules, a.proposed, 0 where ${IS_READ}
       order by seq desc limit 1) before
     where s.id = $1`,
    [submissionId, dayOf(at), decided],
  );
}

/**
 * Who sorts a submission, or closes it unsorted, without a word about urgency has decided by that that it is not urgent, unless
 * there is an alarm on it: that stays undecided. Call it before the verdict on the suggestion is written: who sorted earlier
 * has had the say.
 */
export async function recordUrgencyUnsaid(tx: EntityManager, submissionId: string, at: Date): Promise<void> {
  await tx.query(
    `${RECORD}
     select s.id, m.model_version, m.rules, $2, a.proposed, null, true
     from ${READ}
     where s.id = $1 and ${IS_READ} and s.urgent_acknowledged_at is null
       and not exists (select 1 from urgency_verdict v where v.submission_id = s.id)
       and not exists (select 1 from suggestion_verdict w where w.submission_id = s.id)`,
    [submissionId, dayOf(at)],
  );
}
