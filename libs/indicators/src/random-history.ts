import { CHANNELS, OPINION_CLASSES, OUTCOMES, type DayString } from '@kotae/kernel';
import fc from 'fast-check';
import { deltasForOutcome, deltasForReclassification, deltasForWithdrawal, type CountState } from './deltas';
import type { CountFact, CountFactDraft, DayRange } from './facts';
import type { CountFilter } from './source';

/**
 * Random histories against a naive recount. The model keeps the plain final state of every opinion after every step;
 * the ledger only ever gets deltas. Days are chosen freely, so decisions arrive out of order.
 */
export type States = ReadonlyMap<string, CountState>;

const TOPICS = ['roads', 'parks', 'pr'];
const SECTIONS = ['s1', 's2'];
const DISTRICTS = ['旧市街', '東台', null];

const days = fc
  .integer({ min: 0, max: 1200 })
  .map((n) => new Date(Date.UTC(2024, 8, 1) + n * 86_400_000).toISOString().slice(0, 10));
const pick = fc.nat({ max: 1000 });
const dimensions = {
  class: fc.option(fc.constantFrom(...OPINION_CLASSES), { nil: null, freq: 6 }),
  topic: fc.option(fc.constantFrom(...TOPICS), { nil: null }),
  sectionId: fc.option(fc.constantFrom(...SECTIONS), { nil: null }),
};

/** One thing that happens to a letter or an opinion. */
export const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      receivedOn: days,
      channel: fc.constantFrom(...CHANNELS),
      district: fc.constantFrom(...DISTRICTS),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('classify' as const), which: pick, ...dimensions }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redate' as const), which: pick, receivedOn: days }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), which: pick, parts: fc.nat({ max: 3 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('outcome' as const),
      which: pick,
      outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: null }),
      outcomeOn: days,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: pick }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 1 });
export const filters: fc.Arbitrary<CountFilter> = fc.record({
  measure: fc.constantFrom('class' as const, 'outcome' as const),
  classes: some(OPINION_CLASSES),
  channels: some(CHANNELS),
  topics: some(TOPICS),
  sectionIds: some(SECTIONS),
  districts: some(['旧市街', '東台']),
});
export const ranges: fc.Arbitrary<DayRange> = fc
  .tuple(days, days)
  .map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }));

/** The moment of the n-th step. */
export const instant = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000);

/** Plays a history; returns the ledger and the naive states after each step (index 0: before the first). */
export function play(steps: readonly Step[]): { facts: CountFact[]; after: States[] } {
  const states = new Map<string, CountState>();
  const facts: CountFact[] = [];
  const after: States[] = [new Map()];
  let born = 0;
  steps.forEach((s, i) => {
    const write = (drafts: readonly CountFactDraft[]) => {
      for (const d of drafts) facts.push({ ...d, seq: facts.length + 1, recordedAt: instant(i + 1) });
    };
    const add = (state: CountState) => {
      states.set(state.opinionId, state);
      write(deltasForReclassification(null, state));
    };
    if (s.kind === 'receive') add(blank(`o${++born}`, s.receivedOn, s.channel, s.district));
    else {
      const before = [...states.values()][s.which % Math.max(1, states.size)];
      if (before !== undefined) change(s, before);
    }
    after.push(new Map(states));

    function change(s: Exclude<Step, { kind: 'receive' }>, before: CountState): void {
      if (s.kind === 'withdraw') {
        states.delete(before.opinionId);
        return write(deltasForWithdrawal(before));
      }
      if (s.kind === 'split') {
        for (let part = 0; part < s.parts; part++)
          add({ ...before, opinionId: `o${++born}`, outcome: null, outcomeOn: null });
        return;
      }
      const now = changed(s, before);
      states.set(before.opinionId, now);
      write(s.kind === 'outcome' ? deltasForOutcome(before, now) : deltasForReclassification(before, now));
    }
  });
  return { facts, after };
}

function changed(s: Extract<Step, { kind: 'classify' | 'redate' | 'outcome' }>, before: CountState): CountState {
  if (s.kind === 'classify') return { ...before, class: s.class, topic: s.topic, sectionId: s.sectionId };
  if (s.kind === 'redate') return { ...before, receivedOn: s.receivedOn };
  return { ...before, outcome: s.outcome, outcomeOn: s.outcome === null ? null : s.outcomeOn };
}

function blank(
  opinionId: string,
  receivedOn: DayString,
  channel: CountState['channel'],
  district: string | null,
): CountState {
  return {
    opinionId,
    receivedOn,
    channel,
    district,
    class: null,
    topic: null,
    sectionId: null,
    outcome: null,
    outcomeOn: null,
  };
}

/** Looks at every opinion by itself, without signs. */
export function recount(states: States, filter: CountFilter, range: DayRange): string[] {
  const isIn = <T>(value: T | null, list: readonly T[] | undefined) =>
    list === undefined || (value !== null && list.includes(value));
  return [...states.values()]
    .filter((s) => (filter.measure === 'class' ? s.class !== null : s.outcome !== null))
    .filter((s) => {
      const day = (filter.measure === 'class' ? s.receivedOn : s.outcomeOn) ?? '';
      return day >= range.first && day <= range.last;
    })
    .filter(
      (s) =>
        isIn(s.class, filter.classes) &&
        (filter.outcomes === undefined || isIn(s.outcome, filter.outcomes)) &&
        isIn(s.channel, filter.channels) &&
        isIn(s.topic, filter.topics) &&
        isIn(s.sectionId, filter.sectionIds) &&
        isIn(s.district, filter.districts),
    )
    .map((s) => s.opinionId)
    .sort();
}
