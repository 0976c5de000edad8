import type { CountedState, CountedSubmission, CountLog, Signature } from '@kotae/casework';
import { deltasForReclassification, deltasForWithdrawal, type CountFactDraft, type CountState } from '@kotae/indicators';
import type { EntityManager } from 'typeorm';

/**
 * The only way into the ledger of counts: signed facts for good (`opinion_fact`), and the same as deltas that the worker
 * rolls up (`count_delta`), in the transaction of the decision.
 */
export class CountFactLog implements CountLog {
  constructor(private readonly tx: EntityManager) {}

  async record(
    submission: CountedSubmission,
    changes: readonly { readonly before: CountedState | null; readonly after: CountedState | null }[],
    signature: Signature,
    reason: string | null,
  ): Promise<void> {
    const facts = changes.flatMap(({ before, after }) => {
      const old = before === null ? null : counted(submission, before);
      if (after !== null) return deltasForReclassification(old, counted(submission, after));
      return old === null ? [] : deltasForWithdrawal(old);
    });
    if (facts.length > 0) await this.#append(submission.submissionId, facts, signature, reason);
  }

  async #append(
    submissionId: string,
    facts: readonly CountFactDraft[],
    signature: Signature,
    reason: string | null,
  ): Promise<void> {
    await this.tx.query(
      `with fact as (
         insert into opinion_fact (opinion_id, submission_id, measure, sign, class, outcome, topic, section_id, channel,
           district, counted_on, recorded_at, actor_id, reason)
         select f.opinion_id, $2, f.measure, f.sign, f.class, f.outcome, f.topic, f.section_id, f.channel,
           f.district, f.counted_on, $3, $4, $5
         from jsonb_to_recordset($1::jsonb) as f(opinion_id uuid, measure text, sign smallint, class text, outcome text,
           topic text, section_id text, channel text, district text, counted_on date)
         returning measure, class, outcome, topic, section_id, channel, district, counted_on, sign
       )
       insert into count_delta (measure, class, outcome, topic, section_id, channel, district, month, n)
       select measure, class, outcome, topic, section_id, channel, district, date_trunc('month', counted_on)::date, sign
       from fact`,
      [JSON.stringify(facts.map(row)), submissionId, signature.at, signature.actorId, reason],
    );
  }
}

function counted(submission: CountedSubmission, state: CountedState): CountState {
  return {
    opinionId: state.opinionId,
    receivedOn: submission.receivedOn,
    channel: submission.channel,
    district: submission.district,
    class: state.class,
    topic: state.topic,
    sectionId: state.sectionId,
    outcome: state.outcome,
    outcomeOn: state.outcomeOn,
  };
}

/** Columns of the ledger are never null: nothing is written as an empty string, which no filter asks for. */
function row(fact: CountFactDraft) {
  return {
    opinion_id: fact.opinionId,
    measure: fact.measure,
    sign: fact.sign,
    class: fact.class ?? '',
    outcome: fact.outcome ?? '',
    topic: fact.topic ?? '',
    section_id: fact.sectionId ?? '',
    channel: fact.channel,
    district: fact.district ?? '',
    counted_on: fact.countedOn,
  };
}
