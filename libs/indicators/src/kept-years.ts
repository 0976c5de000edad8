import type { ClosedFigure } from './closing';
import type { Figure } from './figure';
import type { Indicator, IndicatorMode } from './model';
import type { ClosingSummary } from './ports';
import type { TypedValue } from './typed-value';
import { yearOfBasis, type YearValue } from './values';

/** What one closed year says of one indicator. */
export interface KeptYear {
  readonly fiscalYear: number;
  readonly closing: ClosingSummary;
  readonly figure: ClosedFigure;
  /** Undefined in records of the first format. */
  readonly definition: Indicator | undefined;
}

/** The closed years of an indicator, oldest first. */
export function keptYears(closings: readonly ClosingSummary[], indicatorId: string): KeptYear[] {
  return closings.flatMap((closing) => {
    const figure = closing.figures.find((f) => f.indicatorId === indicatorId);
    if (figure === undefined) return [];
    const definition = closing.definitions.find((d) => d.id === indicatorId);
    return [{ fiscalYear: closing.fiscalYear, closing, figure, definition }];
  });
}

/**
 * What the years brought: closed ones as they were closed, the others as they are counted. A year that was closed without a
 * number has none to keep; one that was closed with the number of a year before (時点の値) goes on with that.
 */
export function withKept(
  yearly: readonly YearValue[],
  kept: readonly KeptYear[],
  fiscalYear: number,
  mode: IndicatorMode,
): Pick<Figure, 'yearly' | 'closedYears'> {
  const closed = new Map(
    kept
      .filter((k) => k.fiscalYear <= fiscalYear)
      .flatMap((k) => keptValue(k, mode).map((year) => [k.fiscalYear, year])),
  );
  const open = yearly.filter((year) => !closed.has(year.fiscalYear));
  const all = [...open, ...closed.values()];
  return {
    yearly: all.sort((a, b) => a.fiscalYear - b.fiscalYear),
    closedYears: [...closed.keys()].sort((a, b) => a - b),
  };
}

/** What a closed year keeps of itself, in the way its indicator is judged. */
function keptValue({ fiscalYear, figure }: KeptYear, mode: IndicatorMode): YearValue[] {
  if (figure.yearValue !== null) return [{ fiscalYear, value: figure.yearValue }];
  if (figure.value === null || (mode !== 'point_in_time' && mode !== 'milestone')) return [];
  const since = yearOfBasis(figure.basis, fiscalYear);
  return since === null ? [] : [{ fiscalYear, value: null, stands: { fiscalYear: since, value: figure.value } }];
}

/** The typed values that stand: of a closed year those that were known when it was closed. */
export function standing(typed: readonly TypedValue[], kept: readonly KeptYear[], mode: IndicatorMode): TypedValue[] {
  const closedAt = new Map(
    kept.filter((k) => keptValue(k, mode).length > 0).map((k) => [k.fiscalYear, k.closing.closedAt.getTime()]),
  );
  return typed.filter((value) => value.recordedAt.getTime() <= (closedAt.get(value.fiscalYear) ?? Infinity));
}

/** The plan's indicators as a closing kept them; where it kept none, as they are. */
export function definitionsThen(kept: readonly Indicator[], present: readonly Indicator[]): Indicator[] {
  if (kept.length === 0) return [...present];
  return kept.toSorted((a, b) => a.order - b.order);
}
