import type { Channel, DayString, OpinionClass, Outcome } from '@kotae/kernel';
import type { CountFilter } from './source';

/**
 * One signed entry of the count ledger. Facts are appended in the transaction of the decision and never edited:
 * a changed decision takes the old state back (−1) and enters the new one (+1).
 * `class` facts are counted on the day the opinion was received, `outcome` facts on the day the outcome holds.
 */
export interface CountFact {
  readonly seq: number;
  readonly recordedAt: Date;
  readonly countedOn: DayString;
  readonly measure: 'class' | 'outcome';
  readonly opinionId: string;
  readonly sign: 1 | -1;
  readonly class: OpinionClass | null;
  /** Always null on `class` facts. */
  readonly outcome: Outcome | null;
  readonly topic: string | null;
  readonly sectionId: string | null;
  readonly channel: Channel;
  readonly district: string | null;
}

/** A fact before the store has given it its place and time. */
export type CountFactDraft = Omit<CountFact, 'seq' | 'recordedAt'>;

/** First and last day, both inclusive. */
export interface DayRange {
  readonly first: DayString;
  readonly last: DayString;
}

/** An opinion behind a number, in the state it was counted in. */
export interface CountedOpinion {
  readonly opinionId: string;
  readonly countedOn: DayString;
  readonly class: OpinionClass | null;
  readonly outcome: Outcome | null;
  readonly topic: string | null;
  readonly sectionId: string | null;
  readonly channel: Channel;
  readonly district: string | null;
}

/** Whether a fact falls under a filter; null never matches a list. */
export function matchesFilter(fact: CountFactDraft, filter: CountFilter): boolean {
  return (
    fact.measure === filter.measure &&
    among(fact.class, filter.classes) &&
    among(fact.outcome, filter.outcomes) &&
    among(fact.channel, filter.channels) &&
    among(fact.topic, filter.topics) &&
    among(fact.sectionId, filter.sectionIds) &&
    among(fact.district, filter.districts)
  );
}

function among<T>(value: T | null, allowed: readonly T[] | undefined): boolean {
  return allowed === undefined || (value !== null && allowed.includes(value));
}

function selected(
  facts: readonly CountFact[],
  filter: CountFilter,
  range: DayRange,
  asOf: Date | undefined,
): CountFact[] {
  return facts.filter(
    (f) =>
      f.countedOn >= range.first &&
      f.countedOn <= range.last &&
      (asOf === undefined || f.recordedAt.getTime() <= asOf.getTime()) &&
      matchesFilter(f, filter),
  );
}

/** The number of opinions a filter counts in a range of days, as known at `asOf` (everything recorded so far if absent). */
export function countFacts(facts: readonly CountFact[], filter: CountFilter, range: DayRange, asOf?: Date): number {
  return selected(facts, filter, range, asOf).reduce((sum, f) => sum + f.sign, 0);
}

/** The opinions behind `countFacts` for the same arguments, by id; the list is exactly as long as the number. */
export function opinionsBehind(
  facts: readonly CountFact[],
  filter: CountFilter,
  range: DayRange,
  asOf?: Date,
): CountedOpinion[] {
  const net = new Map<string, { sum: number; last: CountFact }>();
  for (const fact of selected(facts, filter, range, asOf)) {
    const sofar = net.get(fact.opinionId);
    const last = fact.sign === 1 || sofar === undefined ? fact : sofar.last;
    net.set(fact.opinionId, { sum: (sofar?.sum ?? 0) + fact.sign, last });
  }
  return [...net.values()]
    .filter((n) => n.sum > 0)
    .map((n) => countedOpinion(n.last))
    .sort((a, b) => (a.opinionId < b.opinionId ? -1 : a.opinionId > b.opinionId ? 1 : 0));
}

function countedOpinion(fact: CountFact): CountedOpinion {
  return {
    opinionId: fact.opinionId,
    countedOn: fact.countedOn,
    class: fact.class,
    outcome: fact.outcome,
    topic: fact.topic,
    sectionId: fact.sectionId,
    channel: fact.channel,
    district: fact.district,
  };
}
