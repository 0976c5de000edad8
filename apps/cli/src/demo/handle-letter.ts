import {
  approveAnswer,
  closeSubmission,
  decideOpinions,
  decideOutcome,
  decideUrgency,
  dismissAnswer,
  markSeen,
  postReply,
  submitAnswer,
  writeAnswer,
  type CaseStores,
} from '@kotae/casework';
import {
  URGENCY_KINDS,
  addOpenDays,
  dayOf,
  type Actor,
  type Clock,
  type DayString,
  type OpinionClass,
  type OpinionSubtype,
  type UnitOfWork,
  type UrgencyKind,
} from '@kotae/kernel';
import type { CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { DemoActors } from './actors';
import type { DemoLetter } from './letters';
import { planOpinion, type OpinionPlan } from './opinion-plan';
import { clockAt } from './receive-letters';
import type { SpecialAnswer } from './special-answer';

export interface HandlingContext {
  readonly source: DataSource;
  readonly uow: UnitOfWork<CaseStores>;
  readonly actors: DemoActors;
  readonly settings: CitySettings;
  readonly today: DayString;
  readonly sectionOfTopic: ReadonlyMap<string, string>;
  readonly specials: ReadonlyMap<string, SpecialAnswer>;
}

interface CaseState {
  readonly state: string;
  readonly version: number;
  readonly urgent: string | null;
  readonly urgencyDecidedAt: Date | null;
  readonly replyWanted: boolean;
  readonly receivedOn: DayString;
  readonly opinions: readonly OpinionState[];
}

interface OpinionState {
  readonly id: string;
  readonly ordinal: number;
  readonly sectionId: string;
  readonly topic: string;
  readonly class: OpinionClass;
  readonly answerState: string;
  readonly answerVersion: number;
  readonly outcome: string | null;
}

/**
 * Walks one letter the way staff would have: sorted with its labels as the desk's decisions, answered, approved, replied
 * to or circulated, outcomes decided and looked at again, each on its day. Taken up where it was left, when it was.
 */
export async function handleLetter(context: HandlingContext, letter: DemoLetter, submissionId: string): Promise<void> {
  const { actors } = context;
  let now = await stateOf(context, submissionId);
  if (now.state === 'received') {
    const desk = as(context, actors.desk, addOpenDays(now.receivedOn, 1), 9, 40);
    await markSeen(desk, submissionId);
    const urgent = urgencyOf(letter);
    if (now.urgent !== null || urgent !== null)
      await decideUrgency(desk, { submissionId, urgent, decidedAt: now.urgencyDecidedAt });
    await decideOpinions(desk, { submissionId, version: now.version, opinions: decisionsOf(context, letter) });
    now = await stateOf(context, submissionId);
  }
  if (['replied', 'circulated', 'forwarded'].includes(now.state) && now.opinions.every((o) => o.outcome !== null))
    return;
  const plans = new Map(now.opinions.map((opinion) => [opinion.id, planOf(context, letter, opinion, now.receivedOn)]));
  for (const opinion of now.opinions) await answer(context, opinion, plans.get(opinion.id)!);

  const ends = [...plans.values()].every(({ goal }) => goal === 'approved' || goal === 'not_needed');
  if (ends) await end(context, submissionId, [...plans.values()]);
  for (const opinion of now.opinions) {
    if (opinion.outcome === null) await decideOutcomes(context, opinion, plans.get(opinion.id)!);
  }
}

/** What a person who reads the letter would say. */
function urgencyOf({ urgent }: DemoLetter): UrgencyKind | null {
  return URGENCY_KINDS.find((kind) => kind === urgent) ?? null;
}

function decisionsOf(context: HandlingContext, letter: DemoLetter) {
  let from = 0;
  return letter.opinions.map((opinion) => {
    const start = letter.body.indexOf(opinion.text, from);
    from = start + opinion.text.length;
    return {
      start,
      end: from,
      class: opinion.class as OpinionClass,
      subtype: (opinion.subtype ?? null) as OpinionSubtype | null,
      topic: opinion.topic,
      sectionId: context.sectionOfTopic.get(opinion.topic)!,
    };
  });
}

function planOf(
  context: HandlingContext,
  letter: DemoLetter,
  opinion: OpinionState,
  receivedOn: DayString,
): OpinionPlan {
  const key = `${letter.id}/${opinion.ordinal - 1}`;
  return planOpinion({ ...opinion, key, receivedOn, special: context.specials.get(key) ?? null }, context.today);
}

/** Draft, submission and approval, as far as the plan goes. */
async function answer(context: HandlingContext, opinion: OpinionState, plan: OpinionPlan): Promise<void> {
  const { id: opinionId, sectionId } = opinion;
  let { answerState: state, answerVersion: version } = opinion;
  if (plan.goal === 'waiting') return;
  if (plan.goal === 'not_needed') {
    if (state !== 'waiting') return;
    const comment =
      opinion.class === 'appreciation'
        ? '感謝・感想のため、担当課に伝えて回答は不要とします。'
        : '市の事務ではないため、回答は不要とします。';
    await dismissAnswer(as(context, context.actors.desk, plan.draftedOn, 11), { opinionId, version, comment });
    return;
  }
  const member = as(context, context.actors.memberOf(sectionId), plan.draftedOn, 14, 20);
  if (state === 'waiting') {
    version = await writeAnswer(member, { opinionId, version, body: plan.answer });
    state = 'draft';
  }
  if (plan.goal === 'draft') return;
  if (state === 'draft') {
    version = await submitAnswer(member, { opinionId, version });
    state = 'submitted';
  }
  if (plan.goal === 'submitted' || state !== 'submitted') return;
  await approveAnswer(as(context, context.actors.approverOf(sectionId), plan.approvedOn, 10, 15), {
    opinionId,
    version,
  });
}

async function end(context: HandlingContext, submissionId: string, plans: readonly OpinionPlan[]): Promise<void> {
  const now = await stateOf(context, submissionId);
  if (now.state !== 'answered') return;
  const last = plans.reduce((latest, { approvedOn }) => (approvedOn > latest ? approvedOn : latest), now.receivedOn);
  const desk = as(context, context.actors.desk, addOpenDays(last, 1), 15, 5);
  const answered = plans.some(({ goal }) => goal === 'approved');
  if (now.replyWanted && answered) {
    await postReply({ ...desk, city: context.settings }, { submissionId });
    return;
  }
  const reason = answered
    ? '個別の返事を希望されていないため、市の考え方を記録し、関係課に供覧しました。'
    : '担当課と関係課に供覧しました。';
  await closeSubmission(desk, { submissionId, version: now.version, kind: 'circulated', reason });
}

async function decideOutcomes(
  context: HandlingContext,
  { id, sectionId }: OpinionState,
  plan: OpinionPlan,
): Promise<void> {
  for (const { outcome, on, nextLookOn } of plan.outcomes) {
    await decideOutcome(as(context, context.actors.memberOf(sectionId), on, 16), {
      opinionId: id,
      outcome,
      on,
      nextLookOn,
    });
  }
}

/** A use case's context for someone at an hour of a day; never later than now. */
function as(
  { uow, today }: HandlingContext,
  actor: Actor,
  day: DayString,
  hour: number,
  minute = 0,
): { uow: UnitOfWork<CaseStores>; clock: Clock; actor: Actor } {
  const clock = clockAt(day, hour, minute);
  if (dayOf(clock.now()) > today) throw new RangeError('A demo letter would be handled in the future');
  return { uow, clock, actor };
}

async function stateOf({ source }: HandlingContext, submissionId: string): Promise<CaseState> {
  const [row]: CaseState[] = await source.query(
    `select s.state, s.version, s.urgent, s.urgent_acknowledged_at as "urgencyDecidedAt", s.reply_wanted as "replyWanted", s.received_on as "receivedOn",
       (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ordinal', o.ordinal, 'sectionId', o.section_id, 'topic', o.topic,
          'class', o.class, 'answerState', o.answer_state, 'answerVersion', o.answer_version, 'outcome', o.outcome)
          order by o.ordinal), '[]')
        from opinion o where o.submission_id = s.id and o.withdrawn_at is null) as opinions
     from submission s where s.id = $1`,
    [submissionId],
  );
  return row!;
}
