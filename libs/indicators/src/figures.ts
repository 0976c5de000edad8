import { fiscalYearOf, type DayString } from '@kotae/kernel';
import { achievementOf } from './achievement';
import type { Figure } from './figure';
import { LOOK_BACK, actualIn, circularFigure, formulaFigure, inDependencyOrder } from './formula';
import type { Indicator, Plan } from './model';
import type { IndicatorStore } from './ports';
import { newestByYear, yearValuesOf, type TypedValue } from './typed-value';
import type { YearValue } from './values';

/** Figures of the indicators of one plan for a fiscal year, in the order given. `today` bounds what has begun. */
export async function figuresOf(
  store: IndicatorStore,
  plan: Plan,
  indicators: readonly Indicator[],
  fiscalYear: number,
  today: DayString,
): Promise<Figure[]> {
  const typed = Map.groupBy(await store.typedValues(indicators.map((i) => i.id)), (v) => v.indicatorId);
  const figures = new Map<string, Figure>();
  for (const indicator of indicators) {
    if (indicator.source.kind === 'formula') continue;
    const values = typed.get(indicator.id) ?? [];
    const yearly =
      indicator.source.kind === 'facts'
        ? await countedYears(store, plan, indicator, fiscalYear, today)
        : yearValuesOf(values);
    figures.set(indicator.id, judged(indicator, plan, yearly, fiscalYear, newestByYear(values)));
  }
  for (const indicator of inDependencyOrder(indicators))
    figures.set(indicator.id, formulaFigure(indicator, plan, figures, fiscalYear));
  return indicators.map((i) => figures.get(i.id) ?? circularFigure(i, fiscalYear));
}

function judged(
  indicator: Indicator,
  plan: Plan,
  yearly: readonly YearValue[],
  fiscalYear: number,
  typedYears: readonly TypedValue[],
): Figure {
  const actual = actualIn(indicator, plan, yearly, fiscalYear);
  const achievement = achievementOf(indicator, actual, fiscalYear);
  const typed = typedYears.find((v) => v.fiscalYear === fiscalYear) ?? null;
  return { indicator, yearly, actual, achievement, typed, typedYears, share: null };
}

async function countedYears(
  store: IndicatorStore,
  plan: Plan,
  indicator: Indicator,
  fiscalYear: number,
  today: DayString,
): Promise<YearValue[]> {
  if (indicator.source.kind !== 'facts') return [];
  const first = (indicator.period ?? plan.period)?.first ?? fiscalYear - LOOK_BACK;
  const last = Math.min(fiscalYear, fiscalYearOf(today));
  if (last < first) return [];
  const counts = new Map((await store.yearlyCounts(indicator.source, first, last)).map((c) => [c.fiscalYear, c.count]));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    fiscalYear: first + i,
    value: counts.get(first + i) ?? 0,
  }));
}
