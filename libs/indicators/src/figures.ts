import type { DayString } from '@kotae/kernel';
import { achievementOf } from './achievement';
import { asClosed } from './closed-figure';
import type { ClosedFigure } from './closing';
import type { Figure } from './figure';
import { actualIn, circularFigure, formulaFigure, inDependencyOrder } from './formula';
import { keptYears, standing, withKept } from './kept-years';
import type { Indicator, Plan } from './model';
import type { ClosingSummary, IndicatorStore } from './ports';
import { newestByYear, yearValuesOf } from './typed-value';
import type { UnlistedYear } from './unlisted-year';
import type { YearValue } from './values';
import { readYearlyValues, type YearlyValues } from './yearly-values';

/**
 * Figures of the indicators of one plan for a fiscal year, in the order given: closed years as they were closed, open ones
 * counted as the indicators are defined. `today` bounds what has begun.
 */
export async function figuresOf(
  store: IndicatorStore,
  plan: Plan,
  indicators: readonly Indicator[],
  fiscalYear: number,
  today: DayString,
): Promise<Figure[]> {
  const values = await readYearlyValues(store, plan, [{ indicators, fiscalYear }], today);
  return figuresFrom(values, plan, indicators, fiscalYear, await store.closings(plan.id));
}

/**
 * The figures from what was read. Without closings every year is counted anew, closed or not; years that were in no list
 * `then` are taken as they are typed.
 */
export function figuresFrom(
  values: YearlyValues,
  plan: Plan,
  indicators: readonly Indicator[],
  fiscalYear: number,
  closings: readonly ClosingSummary[],
  then: readonly ClosedFigure[] = [],
): Figure[] {
  const figures = new Map<string, Figure>();
  for (const indicator of indicators)
    if (indicator.source.kind !== 'formula')
      figures.set(
        indicator.id,
        figureFrom(values, plan, indicator, fiscalYear, closings, unlistedOf(then, indicator.id)),
      );
  for (const indicator of inDependencyOrder(indicators)) {
    const kept = keptYears(closings, indicator.id);
    const figure = formulaFigure(indicator, plan, figures, fiscalYear, closings);
    figures.set(indicator.id, asClosed(figure, plan, kept, fiscalYear));
  }
  return indicators.map(
    (i) => figures.get(i.id) ?? asClosed(circularFigure(i, fiscalYear), plan, keptYears(closings, i.id), fiscalYear),
  );
}

function figureFrom(
  values: YearlyValues,
  plan: Plan,
  indicator: Indicator,
  fiscalYear: number,
  closings: readonly ClosingSummary[],
  unlisted: readonly UnlistedYear[],
): Figure {
  const kept = keptYears(closings, indicator.id);
  const typed = standing(values.typedOf(indicator.id), kept, indicator.mode);
  const live =
    indicator.source.kind === 'facts'
      ? withUnlisted(values.countedOf(indicator, fiscalYear), unlisted, yearValuesOf(typed))
      : yearValuesOf(typed);
  const years = withKept(live, kept, fiscalYear, indicator.mode);
  const typedYears = newestByYear(typed);
  const actual = actualIn(indicator, plan, years.yearly, fiscalYear);
  const figure: Figure = {
    indicator,
    ...years,
    actual,
    achievement: achievementOf(indicator, actual, fiscalYear),
    typed: typedYears.find((v) => v.fiscalYear === fiscalYear) ?? null,
    typedYears,
    share: null,
    asClosed: null,
  };
  return asClosed(figure, plan, kept, fiscalYear);
}

function unlistedOf(then: readonly ClosedFigure[], indicatorId: string): readonly UnlistedYear[] {
  return then.find((figure) => figure.indicatorId === indicatorId)?.unlisted ?? [];
}

/** Counted years beside those that no opinions stand behind: these are as they are typed by now. */
function withUnlisted(
  counted: readonly YearValue[],
  unlisted: readonly UnlistedYear[],
  typed: readonly YearValue[],
): readonly YearValue[] {
  return counted.map((year) => {
    const same = ({ fiscalYear }: { readonly fiscalYear: number }) => fiscalYear === year.fiscalYear;
    return unlisted.some(same) ? (typed.find(same) ?? unlisted.find(same) ?? year) : year;
  });
}
