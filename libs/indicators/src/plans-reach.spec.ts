import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@kotae/kernel';
import { changeSource } from './change-definition';
import { indicatorFigures, planFigures } from './indicator-figures';
import { MemoryStore } from './memory-store';
import { COMPARATORS, INDICATOR_MODES, targetFor, type Indicator } from './model';
import type { PlansFile } from './plans-file';
import { readPlans } from './read-plans';
import { typeInValue } from './type-in-value';

const book = readPlans(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/plans.json'), 'utf8')) as PlansFile,
);
const YEAR = 2014;
const actor: Actor = { kind: 'staff', staffId: 's', name: '管', role: 'management', sectionId: null };

/** The printed plans with typed-in values, through the same use cases as a city's. */
async function withValues(valueOf: (indicator: Indicator, year: number) => number | null) {
  const store = new MemoryStore();
  await store.addPlans(book);
  const deps = { unitOfWork: store.unitOfWork, clock: { now: () => new Date('2026-11-20T03:00:00Z') } };
  for (const indicator of book.indicators) {
    if (indicator.mode === 'cross_reference') continue;
    for (let fiscalYear = 2011; fiscalYear <= YEAR; fiscalYear++) {
      const value = valueOf(indicator, fiscalYear);
      if (value !== null)
        await typeInValue(deps, actor, { indicatorId: indicator.id, fiscalYear, value, sourceText: '試し' });
    }
  }
  return deps;
}

/** Values around what is asked for, so that targets of every kind are met and missed. */
const TRIES: readonly ((indicator: Indicator, year: number) => number | null)[] = [
  () => null,
  (i) => (i.mode === 'milestone' ? 0 : 0.001),
  (i) => (i.mode === 'milestone' ? 1 : 1_000_000),
  (i, year) => (i.mode === 'milestone' ? 1 : 100 * 1.5 ** (year - 2011)),
  (i) => targetFor(i, YEAR)?.value ?? targetFor(i, YEAR)?.range?.low ?? null,
];

describe('what real plans print', () => {
  it('reaches every mode and comparator: met, not met, or a reason in words on the screen', async () => {
    const byMode = new Map<string, Set<boolean | null>>();
    const byComparator = new Map<string, Set<boolean | null>>();
    const silent: string[] = [];
    for (const valueOf of TRIES) {
      const deps = await withValues(valueOf);
      for (const plan of book.plans) {
        const { indicators } = await planFigures(deps, plan.id, YEAR);
        for (const { id, achievement } of indicators) {
          const indicator = book.indicators.find((i) => i.id === id)!;
          const comparator = targetFor(indicator, YEAR)?.comparator ?? 'none';
          byMode.set(indicator.mode, (byMode.get(indicator.mode) ?? new Set()).add(achievement.met));
          byComparator.set(comparator, (byComparator.get(comparator) ?? new Set()).add(achievement.met));
          if (achievement.met === null && !achievement.why) silent.push(id);
        }
      }
    }
    expect(silent).toEqual([]);
    const outcomes = (of: ReadonlyMap<string, Set<boolean | null>>, keys: readonly string[]) =>
      Object.fromEntries(keys.map((key) => [key, [...(of.get(key) ?? [])].map(String).sort()]));
    const all = ['false', 'null', 'true'];
    expect(outcomes(byMode, INDICATOR_MODES)).toEqual({
      annual: all,
      cumulative: all,
      point_in_time: all,
      yoy_change: all,
      derived_average: all,
      milestone: all,
      // Neither a year's nor a period's number is meant; the row points at another.
      cross_reference: ['null'],
      unspecified: ['null'],
    });
    expect(outcomes(byComparator, [...COMPARATORS, 'none'])).toEqual({
      eq: all,
      ge: all,
      le: all,
      // 「利用者数の増」: the plans print a direction and no number.
      gt: ['null'],
      range: all,
      // 概ね without a tolerance: who is off cannot be said to have missed.
      approx: ['null', 'true'],
      milestone: all,
      none: ['null'],
    });
  });

  it('counts 達成状況 and 達成率の平均 from the other rows of their plans', async () => {
    const deps = await withValues((i) => targetFor(i, YEAR)?.value ?? null);
    const others = (planId: string, id: string) =>
      book.indicators.filter((i) => i.planId === planId && i.id !== id && i.kind === 'measure').map((i) => i.id);
    const define = (
      indicatorId: string,
      planId: string,
      op: 'share_met' | 'mean_achievement',
      mode: Indicator['mode'],
    ) =>
      changeSource(deps, actor, {
        indicatorId,
        version: 0,
        reason: '計画の他の指標から計算するため',
        mode,
        source: { kind: 'formula', op, indicatorIds: others(planId, indicatorId) },
      });
    await define('OMI-7-2-b', 'omitama', 'share_met', 'point_in_time');
    await define('MAE-6-2-d', 'maebashi', 'mean_achievement', 'derived_average');
    const omitama = await planFigures(deps, 'omitama', YEAR);
    const judged = omitama.indicators.filter((i) => i.id !== 'OMI-7-2-b').map((i) => i.achievement.met);
    const met = judged.filter((m) => m === true).length;
    expect(met).toBeGreaterThan(2);
    const share = await indicatorFigures(deps, 'OMI-7-2-b', YEAR);
    expect(share.current?.value).toBeCloseTo((met / judged.filter((m) => m !== null).length) * 100, 9);
    expect(share.sourceKind).toBe('formula');
    const maebashi = await planFigures(deps, 'maebashi', YEAR);
    const percents = maebashi.indicators
      .filter((i) => others('maebashi', 'MAE-6-2-d').includes(i.id))
      .flatMap((i) => (i.achievement.percent === null ? [] : [i.achievement.percent]));
    expect(percents.length).toBeGreaterThan(2);
    expect((await indicatorFigures(deps, 'MAE-6-2-d', YEAR)).current?.value).toBeCloseTo(
      percents.reduce((a, b) => a + b, 0) / percents.length,
      9,
    );
  });
});
