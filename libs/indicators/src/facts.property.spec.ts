import fc from 'fast-check';
import { factsOfState, type CountState } from './deltas';
import { countFacts, matchesFilter, opinionsBehind, type DayRange } from './facts';
import { filters, instant, play, ranges, recount, step } from './random-history';
import type { CountFilter } from './source';

describe('counting against a naive recount', () => {
  const histories = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });
  const questions = fc.array(fc.tuple(filters, ranges, fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 3,
    maxLength: 6,
  });

  it('agrees now and as of every earlier time, number and list', () => {
    let counted = 0;
    fc.assert(
      fc.property(histories, questions, (steps, asked) => {
        const { facts, after } = play(steps);
        for (const [filter, range, share] of asked) {
          const upTo = Math.floor(share * steps.length);
          for (const at of new Set([upTo, steps.length])) {
            const naive = recount(after[at] ?? new Map(), filter, range);
            counted += naive.length;
            expect(countFacts(facts, filter, range, instant(at))).toBe(naive.length);
            expect(opinionsBehind(facts, filter, range, instant(at)).map((o) => o.opinionId)).toEqual(naive);
          }
          expect(countFacts(facts, filter, range)).toBe(recount(after.at(-1) ?? new Map(), filter, range).length);
        }
      }),
      { numRuns: 4000 },
    );
    // The property must not hold only because nothing is ever counted.
    expect(counted).toBeGreaterThan(10_000);
  });

  it('agrees for implemented proposals, the filter of 提案意見の実施数', () => {
    const filter: CountFilter = { measure: 'outcome', outcomes: ['implemented'] };
    fc.assert(
      fc.property(histories, ranges, (steps, range) => {
        const { facts, after } = play(steps);
        const naive = recount(after.at(-1) ?? new Map(), filter, range);
        expect(opinionsBehind(facts, filter, range).map((o) => o.opinionId)).toEqual(naive);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves exactly the facts of the final states once signs cancel', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { facts, after } = play(steps);
        const all: DayRange = { first: '0000-01-01', last: '9999-12-31' };
        const wanted = [...(after.at(-1) ?? new Map<string, CountState>()).values()].flatMap(factsOfState);
        for (const measure of ['class', 'outcome'] as const) {
          const live = opinionsBehind(facts, { measure }, all).map((o) => ({ ...o, measure, sign: 1 as const }));
          const expected = wanted.filter((f) => matchesFilter(f, { measure }));
          const byId = (a: { opinionId: string }, b: { opinionId: string }) => (a.opinionId < b.opinionId ? -1 : 1);
          expect(live.sort(byId)).toEqual(expected.sort(byId));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
