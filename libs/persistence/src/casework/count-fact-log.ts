import type { CountLog, CountedState, CountedSubmission, Signature } from '@kotae/casework';
import {
  deltasForReclassification,
  deltasForWithdrawal,
  type CountFactDraft,
  type CountState,
} from '@kotae/indicators';
import type { EntityManager } from 'typeorm';

/** One statement: the facts that stay for ever, and their deltas for the roll-up. */
const APPEND = `with fact as materialized (
    select * from jsonb_to_recordset($1::jsonb) as x(opinion_id uuid, measure text, sign smallint, class text, outcome text, topic text,
      section_id text, channel text, district text, counted_on date)
  ), kept as (
    insert into opinion_fact (opinion_id, submission_id, measure, sign, class, outcome, topic, section_id, channel, district, counted_on,
      recorded_at, actor_id, reason)
    select opinion_id, $2, measure, sign, class, outcome, topic, section_id, channel, district, counted_on, $3, $4, $5 from fact
  )
  insert into count_delta (measure, class, outcome, topic, section_id, channel, district, month, n)
  select measure, class, outcome, topic, section_id, channel, district, date_trunc('month', counted_on)::date, sign from fact`;

/** The ledger of counts: what a decision changes is appended with the decision, never updated in place. */
export class CountFactLog implements CountLog {
  constructor(private readonly tx: EntityManager) {}

  async record(
    submission: CountedSubmission,
    changes: readonly { readonly before: CountedState | null; readonly after: CountedState | null }[],
    signature: Signature,
    reason: string | null,
  ): Promise<void> {
    const facts = changes.flatMap(({ before, after }) => deltasOf(submission, before, after));
    if (facts.length === 0) return;
    await this.tx.query(APPEND, [
      JSON.stringify(facts.map(toRow)),
      submission.submissionId,
      signature.at,
      signature.actorId,
      reason,
    ]);
  }
}

function deltasOf(
  submission: CountedSubmission,
  before: CountedState | null,
  after: CountedState | null,
): CountFactDraft[] {
  const old = before && counted(submission, before);
  if (after !== null) return deltasForReclassification(old, counted(submission, after));
  return old === null ? [] : deltasForWithdrawal(old);
}

function counted(submission: CountedSubmission, state: CountedState): CountState {
  const { receivedOn, channel, district } = submission;
  return { receivedOn, channel, district, ...state };
}

function toRow(fact: CountFactDraft) {
  return {
    opinion_id: fact.opinionId,
    measure: fact.measure,
    sign: fact.sign,
    class: fact.class,
    outcome: fact.outcome ?? '',
    topic: fact.topic,
    section_id: fact.sectionId,
    channel: fact.channel,
    district: fact.district ?? '',
    counted_on: fact.countedOn,
  };
}
