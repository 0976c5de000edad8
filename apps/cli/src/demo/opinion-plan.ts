import { PROMISE_OUTCOMES, addDays, addOpenDays, type DayString, type OpinionClass, type Outcome } from '@kotae/kernel';
import { fate, oneOf } from './fate';
import { EXPLANATION, GENERAL_ANSWERS } from './general-answers.data';
import type { SpecialAnswer } from './special-answer';

/** How far the sections have come with an opinion of the demo. */
export type AnswerGoal = 'waiting' | 'draft' | 'submitted' | 'approved' | 'not_needed';

/** One decision on what became of an opinion. */
export interface OutcomeStep {
  readonly outcome: Outcome;
  readonly on: DayString;
  readonly nextLookOn: DayString | null;
}

/** What happens to one opinion, decided before it is loaded. */
export interface OpinionPlan {
  readonly goal: AnswerGoal;
  readonly answer: string;
  readonly draftedOn: DayString;
  readonly approvedOn: DayString;
  readonly outcomes: readonly OutcomeStep[];
}

export interface OpinionToPlan {
  /** `<letter>/<place>`; decides every roll of the dice. */
  readonly key: string;
  readonly class: OpinionClass;
  readonly topic: string;
  readonly receivedOn: DayString;
  readonly special: SpecialAnswer | null;
}

/** Promises are looked at again after this many days. */
const LOOK_AGAIN_DAYS = 120;
/** Promises that came due within these days are still to be looked at. */
const STILL_DUE_DAYS = 21;
/** Letters younger than this may still be on their way through the sections. */
const IN_PROGRESS_DAYS = 70;

/** Pure: the same opinion and day give the same plan. */
export function planOpinion(opinion: OpinionToPlan, today: DayString): OpinionPlan {
  const draftedOn = addOpenDays(opinion.receivedOn, 3 + Math.floor(fate(opinion.key, 'draft') * 5));
  const approvedOn = addOpenDays(draftedOn, 1);
  const goal = goalOf(opinion, today);
  return {
    goal,
    answer: opinion.special?.answer ?? generalAnswer(opinion),
    draftedOn,
    approvedOn,
    outcomes: goal === 'approved' ? outcomesOf(opinion, addOpenDays(approvedOn, 1), today) : [],
  };
}

function goalOf({ key, class: opinionClass, receivedOn, special }: OpinionToPlan, today: DayString): AnswerGoal {
  if (opinionClass === 'appreciation' || opinionClass === 'out_of_scope') return 'not_needed';
  if (special !== null || receivedOn < addDays(today, -IN_PROGRESS_DAYS)) return 'approved';
  return oneOf(fate(key, 'goal'), [
    [2, 'waiting'],
    [2, 'draft'],
    [2, 'submitted'],
    [3, 'approved'],
  ]);
}

function generalAnswer({ class: opinionClass, topic }: OpinionToPlan): string {
  const general = GENERAL_ANSWERS[topic];
  if (opinionClass === 'inquiry' || general === undefined) return EXPLANATION;
  return opinionClass === 'complaint' ? general.complaint : general.request;
}

function outcomesOf(opinion: OpinionToPlan, answeredOn: DayString, today: DayString): OutcomeStep[] {
  const first = opinion.special?.outcome ?? usualOutcome(opinion);
  if (first === null || answeredOn > today) return [];
  const steps: OutcomeStep[] = [];
  let outcome = first;
  let on = answeredOn;
  for (;;) {
    const promise = PROMISE_OUTCOMES.includes(outcome);
    const nextLookOn = promise ? addDays(on, LOOK_AGAIN_DAYS) : null;
    steps.push({ outcome, on, nextLookOn });
    if (nextLookOn === null || nextLookOn > addDays(today, -STILL_DUE_DAYS)) return steps;
    outcome = afterLook(outcome, fate(opinion.key, 'look', steps.length));
    on = addOpenDays(nextLookOn, 0);
  }
}

function usualOutcome({ key, class: opinionClass }: OpinionToPlan): Outcome | null {
  if (opinionClass === 'inquiry') return 'explained';
  if (opinionClass === 'complaint')
    return oneOf(fate(key, 'outcome'), [
      [3, 'explained'],
      [1, 'noted'],
      [2, null],
    ]);
  return oneOf(fate(key, 'outcome'), [
    [40, 'noted'],
    [22, 'explained'],
    [14, 'under_study'],
    [14, 'difficult'],
    [4, 'planned'],
    [1, 'implemented'],
  ]);
}

function afterLook(outcome: Outcome, roll: number): Outcome {
  return outcome === 'planned'
    ? oneOf(roll, [
        [3, 'implemented'],
        [7, 'planned'],
      ])
    : oneOf(roll, [
        [5, 'under_study'],
        [2, 'planned'],
        [3, 'noted'],
      ]);
}
