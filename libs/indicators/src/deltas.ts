import type { Channel, DayString, OpinionClass, Outcome } from '@kotae/kernel';
import type { CountFactDraft } from './facts';

/**
 * What counting knows of one opinion. It is counted by class once a class is decided, and by outcome once an outcome is;
 * a withdrawn opinion (merged, split away, registered by mistake) counts nowhere.
 */
export interface CountState {
  readonly opinionId: string;
  /** The day the submission really arrived. */
  readonly receivedOn: DayString;
  readonly channel: Channel;
  readonly district: string | null;
  readonly class: OpinionClass | null;
  readonly topic: string | null;
  readonly sectionId: string | null;
  readonly outcome: Outcome | null;
  /** The day the outcome holds for; null exactly when there is no outcome. */
  readonly outcomeOn: DayString | null;
}

/** The facts that stand for a state: what a naive recount would count. */
export function factsOfState(state: CountState | null): CountFactDraft[] {
  if (state === null) return [];
  return [classFact(state), outcomeFact(state)].filter((f) => f !== null);
}

/**
 * Facts to append when class, topic, section, channel, district or the day of arrival changes: −1 for the old state,
 * +1 for the new one. An outcome fact carries the class too, so it moves with it. `before` null: counted for the first time.
 * No facts when nothing that is counted changes.
 */
export function deltasForReclassification(before: CountState | null, after: CountState): CountFactDraft[] {
  return deltas(before, after);
}

/** Facts to append when an outcome is decided, changed, re-dated or taken back. */
export function deltasForOutcome(before: CountState, after: CountState): CountFactDraft[] {
  return deltas(before, after);
}

/** Facts to append when an opinion no longer counts. */
export function deltasForWithdrawal(before: CountState): CountFactDraft[] {
  return deltas(before, null);
}

function deltas(before: CountState | null, after: CountState | null): CountFactDraft[] {
  const old = factsOfState(before);
  const now = factsOfState(after);
  const gone = old.filter((o) => !now.some((n) => sameFact(o, n)));
  const come = now.filter((n) => !old.some((o) => sameFact(o, n)));
  return [...gone.map((f): CountFactDraft => ({ ...f, sign: -1 })), ...come];
}

function classFact(state: CountState): CountFactDraft | null {
  if (state.class === null) return null;
  return { ...dimensions(state), measure: 'class', countedOn: state.receivedOn, outcome: null };
}

function outcomeFact(state: CountState): CountFactDraft | null {
  if (state.outcome === null || state.outcomeOn === null) return null;
  return { ...dimensions(state), measure: 'outcome', countedOn: state.outcomeOn, outcome: state.outcome };
}

function dimensions(state: CountState) {
  return {
    opinionId: state.opinionId,
    sign: 1 as const,
    class: state.class,
    topic: state.topic,
    sectionId: state.sectionId,
    channel: state.channel,
    district: state.district,
  };
}

function sameFact(a: CountFactDraft, b: CountFactDraft): boolean {
  return (
    a.measure === b.measure &&
    a.opinionId === b.opinionId &&
    a.countedOn === b.countedOn &&
    a.class === b.class &&
    a.outcome === b.outcome &&
    a.topic === b.topic &&
    a.sectionId === b.sectionId &&
    a.channel === b.channel &&
    a.district === b.district
  );
}
