import { fiscalYearLabel, fiscalYearOf, type DayString } from '@kotae/kernel';
import { achievementOf, type Achievement } from './achievement';
import type { Indicator, Plan } from './model';
import type { IndicatorStore } from './ports';
import { shareMet, type ShareMet } from './share-met';
import { newestByYear, yearValuesOf, type TypedValue } from './typed-value';
import { actualFor, type ActualValue, type YearValue } from './values';

/** Everything known of one indicator in a fiscal year. */
export interface Figure {
  readonly indicator: Indicator;
  /** Ascending; counted years without an opinion are 0, years not begun are missing. */
  readonly yearly: readonly YearValue[];
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  /** The typed value that counts for the year; null for counted and computed indicators. */
  readonly typed: TypedValue | null;
  /** The typed values that count, one per year, ascending; empty for counted and computed indicators. */
  readonly typedYears: readonly TypedValue[];
  /** How a share of met targets is made; null for others. */
  readonly share: ShareMet | null;
}

/** How many years a chart looks back when the plan prints no period. */
const LOOK_BACK = 4;

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
  return indicators.map((i) => figures.get(i.id) ?? sharedFigure(i, figures, fiscalYear));
}

function judged(
  indicator: Indicator,
  plan: Plan,
  yearly: readonly YearValue[],
  fiscalYear: number,
  typedYears: readonly TypedValue[],
): Figure {
  const actual = actualFor(indicator.mode, yearly, fiscalYear, indicator.period ?? plan.period);
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

/** A share of met targets over the indicators already judged; a repeated one (再掲) counts once. */
function sharedFigure(indicator: Indicator, others: ReadonlyMap<string, Figure>, fiscalYear: number): Figure {
  const ids = indicator.source.kind === 'formula' ? indicator.source.indicatorIds : [];
  const achievements = ids
    .filter((id) => {
      const first = others.get(id)?.indicator.duplicateOf ?? null;
      return first === null || !ids.includes(first);
    })
    .map((id) => others.get(id)?.achievement ?? { met: null });
  const share = shareMet(achievements);
  const actual: ActualValue = {
    value: share.value,
    basis: `${fiscalYearLabel(fiscalYear)}の値`,
    years: share.value === null ? [] : [fiscalYear],
    previous: null,
    why: share.why,
  };
  const yearly = [{ fiscalYear, value: share.value }];
  const achievement = achievementOf(indicator, actual, fiscalYear);
  return { indicator, yearly, actual, achievement, typed: null, typedYears: [], share };
}
