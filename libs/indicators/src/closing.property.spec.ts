import { fiscalYearRange, type Actor } from '@kotae/kernel';
import fc from 'fast-check';
import { changeSource } from './change-definition';
import { closeFiscalYear, restatedFigure } from './close-fiscal-year';
import { closedYears } from './closed-numbers';
import { DEMO_PERIOD, DEMO_PLAN_ID } from './demo-city.data';
import { DEMO_PROPOSALS_ID, demoCityPlan } from './demo-city-plan';
import type { DayRange } from './facts';
import { indicatorFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import type { IndicatorMode } from './model';
import { filters, instant, play, recount, step, type States } from './random-history';
import type { CountFilter } from './source';

const actor: Actor = { kind: 'staff', staffId: 's', name: '管', role: 'management', sectionId: null };

/** What management does between the decisions: close a year, or count in another way. */
const deeds = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('close' as const), fiscalYear: fc.constantFrom(2024, 2025, 2026) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('count otherwise' as const),
      filter: filters,
      mode: fc.constantFrom('annual' as const, 'cumulative' as const),
    }),
  },
);

interface Kept {
  readonly fiscalYear: number;
  readonly canonical: string;
  readonly filter: CountFilter;
  readonly mode: IndicatorMode;
  readonly then: readonly string[];
}

/** The days of a year's number, said once more and plainly; years before the plan have none. */
function daysOf(mode: IndicatorMode, fiscalYear: number): DayRange | null {
  if (fiscalYear < DEMO_PERIOD.first) return null;
  const { first, last } = fiscalYearRange(fiscalYear);
  return { first: mode === 'cumulative' ? fiscalYearRange(DEMO_PERIOD.first).first : first, last };
}

describe('closing and counting otherwise, in any order', () => {
  it('keeps every closed number, and explains its restatement opinion by opinion', async () => {
    let closings = 0;
    let restated = 0;
    let counted = 0;
    const histories = fc.array(fc.tuple(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), deeds), {
      minLength: 3,
      maxLength: 8,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }),
        async (chapters, epilogue) => {
          const steps = [...chapters.flatMap(([of]) => of), ...epilogue];
          const { facts, after } = play(steps);
          const store = new MemoryStore();
          await store.addPlans(demoCityPlan());
          let now = new Date('2027-06-01T00:00:00Z');
          const deps = { unitOfWork: store.unitOfWork, clock: { now: () => now } };
          let played = 0;
          const playOn = (count: number) => {
            played += count;
            for (const fact of facts.slice(store.facts.length)) {
              if (fact.recordedAt.getTime() > instant(played).getTime()) break;
              store.facts.push(fact);
            }
          };
          let filter: CountFilter = { measure: 'class', classes: ['operations_improvement', 'policy_proposal'] };
          let mode: IndicatorMode = 'cumulative';
          let version = 0;
          const kept: Kept[] = [];
          const naive = (states: States | undefined, of: CountFilter, m: IndicatorMode, year: number) => {
            const days = daysOf(m, year);
            return days === null ? [] : recount(states ?? new Map(), of, days);
          };
          for (const [of, deed] of chapters) {
            playOn(of.length);
            now = new Date(now.getTime() + 1000);
            if (deed.kind === 'count otherwise') {
              const chosen: CountFilter =
                deed.filter.measure === 'outcome'
                  ? { ...deed.filter, outcomes: ['implemented', 'planned'] }
                  : deed.filter;
              ({ mode } = deed);
              filter = chosen;
              await changeSource(deps, actor, {
                indicatorId: DEMO_PROPOSALS_ID,
                version: version++,
                reason: '試し',
                source: { kind: 'facts', ...chosen },
                mode,
              });
            } else if (!kept.some((k) => k.fiscalYear === deed.fiscalYear)) {
              const then = naive(after[played], filter, mode, deed.fiscalYear);
              const frozen = await closeFiscalYear(deps, actor, { planId: DEMO_PLAN_ID, fiscalYear: deed.fiscalYear });
              const figure = frozen.content.figures.find((f) => f.indicatorId === DEMO_PROPOSALS_ID);
              expect(figure?.opinions.map((o) => o.opinionId)).toEqual(then);
              kept.push({ fiscalYear: deed.fiscalYear, canonical: frozen.canonical, filter, mode, then });
            }
          }
          playOn(epilogue.length);
          expect(store.facts).toHaveLength(facts.length);

          const { years } = await closedYears(deps, DEMO_PLAN_ID);
          expect(years.map((year) => year.fiscalYear).sort()).toEqual(kept.map((k) => k.fiscalYear).sort());
          for (const closing of kept) {
            closings += 1;
            counted += closing.then.length;
            expect((await store.closing(DEMO_PLAN_ID, closing.fiscalYear))?.canonical).toBe(closing.canonical);
            const today = naive(after.at(-1), closing.filter, closing.mode, closing.fiscalYear);
            const { restatement } = await restatedFigure(deps, DEMO_PROPOSALS_ID, closing.fiscalYear);
            expect(restatement.added).toEqual(today.filter((id) => !closing.then.includes(id)));
            expect(restatement.removed).toEqual(closing.then.filter((id) => !today.includes(id)));
            if (restatement.then === null) continue;
            restated += restatement.added.length + restatement.removed.length;
            expect(restatement).toMatchObject({ then: closing.then.length, now: today.length });
            expect(restatement.difference).toBe(today.length - closing.then.length);
            const number = years
              .find((year) => year.fiscalYear === closing.fiscalYear)
              ?.numbers.find((n) => n.indicatorId === DEMO_PROPOSALS_ID);
            expect(number).toMatchObject({ then: closing.then.length, now: today.length });
            if (number?.otherwise && number.otherwise.value !== null)
              expect(number.otherwise.value).toBe(naive(after.at(-1), filter, mode, closing.fiscalYear).length);
          }
          // What is shown today is counted as it is defined today.
          const shown = await indicatorFigures(deps, DEMO_PROPOSALS_ID, 2026);
          expect(shown.current?.value).toBe(naive(after.at(-1), filter, mode, 2026).length);
        },
      ),
      { numRuns: 500 },
    );
    // The property must not hold only because nothing happens.
    expect(closings).toBeGreaterThan(300);
    expect(counted).toBeGreaterThan(400);
    expect(restated).toBeGreaterThan(150);
  }, 60_000);
});
