import { fiscalYearLabel } from '@kotae/kernel';
import type { FiscalPeriod, IndicatorMode } from './model';
import { tidy } from './numbers';

/** What was counted or typed for one fiscal year; null when nothing is known. In the unit of what is counted. */
export interface YearValue {
  readonly fiscalYear: number;
  readonly value: number | null;
  /** Of a year that was closed with the number of a year before: that one. Only what stands for a moment looks at it. */
  readonly stands?: { readonly fiscalYear: number; readonly value: number };
}

/** The value an indicator is judged by in a fiscal year. */
export interface ActualValue {
  readonly value: number | null;
  /** How it was made, in Japanese: 「令和7年度の値」「令和7年度〜令和8年度の累計」. */
  readonly basis: string;
  /** The fiscal years it is made of, ascending. */
  readonly years: readonly number[];
  /** The figure of the year before the one judged; needed by targets relative to it. */
  readonly previous: number | null;
  /** Why there is no value; null when there is one. */
  readonly why: string | null;
}

/**
 * From yearly figures to the indicator's actual, by mode.
 * annual, derived_average, unspecified: the year's figure. cumulative: the sum from the first year of the period
 * (years after the period add nothing; a missing year makes the sum unknown, never smaller).
 * point_in_time, milestone: the latest known figure up to the year. yoy_change: growth in % over the year before,
 * from the years' own figures. cross_reference: none.
 */
export function actualFor(
  mode: IndicatorMode,
  yearly: readonly YearValue[],
  fiscalYear: number,
  period: FiscalPeriod | null,
): ActualValue {
  const of = new Map(yearly.map((y) => [y.fiscalYear, y.value]));
  const previous = of.get(fiscalYear - 1) ?? null;
  switch (mode) {
    case 'annual':
    case 'derived_average':
    case 'unspecified':
      return ofYear(of.get(fiscalYear) ?? null, fiscalYear, previous);
    case 'cumulative':
      return cumulative(of, fiscalYear, period, previous);
    case 'point_in_time':
    case 'milestone':
      return latest(yearly, fiscalYear);
    case 'yoy_change':
      return growth(of.get(fiscalYear) ?? null, previous, fiscalYear);
    case 'cross_reference':
      return none('他の指標を参照', previous, 'この行は他の指標を指しています。値はその指標で見てください。');
  }
}

function ofYear(value: number | null, fiscalYear: number, previous: number | null): ActualValue {
  const label = fiscalYearLabel(fiscalYear);
  if (value === null) return none(`${label}の値`, previous, `${label}の値がまだありません。`);
  return { value, basis: basisOfYear(fiscalYear), years: [fiscalYear], previous, why: null };
}

function cumulative(
  of: ReadonlyMap<number, number | null>,
  fiscalYear: number,
  period: FiscalPeriod | null,
  previous: number | null,
): ActualValue {
  if (period === null) return none('累計', previous, '何年度からの累計かが計画に書かれていないため、計算できません。');
  const last = Math.min(fiscalYear, period.last);
  if (last < period.first) return none('累計', previous, '計画の期間がまだ始まっていません。');
  const years = Array.from({ length: last - period.first + 1 }, (_, i) => period.first + i);
  const basis =
    years.length === 1
      ? `${fiscalYearLabel(last)}からの累計`
      : `${fiscalYearLabel(period.first)}〜${fiscalYearLabel(last)}の累計`;
  const missing = years.find((y) => (of.get(y) ?? null) === null);
  if (missing !== undefined)
    return none(basis, previous, `${fiscalYearLabel(missing)}の値がまだないため、累計を計算できません。`);
  const value = tidy(years.reduce((sum, y) => sum + (of.get(y) ?? 0), 0));
  return { value, basis, years, previous, why: null };
}

function latest(yearly: readonly YearValue[], fiscalYear: number): ActualValue {
  const found = yearly
    .filter((y) => y.fiscalYear <= fiscalYear && (y.value !== null || y.stands !== undefined))
    .reduce<YearValue | null>((a, y) => (a === null || y.fiscalYear > a.fiscalYear ? y : a), null);
  if (found === null) return none('時点の値', null, `${fiscalYearLabel(fiscalYear)}までの値がまだありません。`);
  const { fiscalYear: year, value } = found.stands ?? found;
  const previous = yearly.find((y) => y.fiscalYear === year - 1)?.value ?? null;
  return { value, basis: basisOfYear(year), years: [year], previous, why: null };
}

function basisOfYear(fiscalYear: number): string {
  return `${fiscalYearLabel(fiscalYear)}の値`;
}

/** The year, `last` or before, whose own value a basis names; null when it names none of a century. */
export function yearOfBasis(basis: string, last: number): number | null {
  for (let year = last; year > last - 100; year--) if (basis === basisOfYear(year)) return year;
  return null;
}

function growth(value: number | null, previous: number | null, fiscalYear: number): ActualValue {
  const basis = `${fiscalYearLabel(fiscalYear)}の前年比`;
  if (value === null) return none(basis, previous, `${fiscalYearLabel(fiscalYear)}の値がまだありません。`);
  if (previous === null)
    return none(basis, previous, `${fiscalYearLabel(fiscalYear - 1)}の値がないため、前年比を計算できません。`);
  if (previous <= 0) return none(basis, previous, '前年度の値が0以下のため、前年比を計算できません。');
  return {
    value: tidy(((value - previous) / previous) * 100),
    basis,
    years: [fiscalYear - 1, fiscalYear],
    previous,
    why: null,
  };
}

function none(basis: string, previous: number | null, why: string): ActualValue {
  return { value: null, basis, years: [], previous, why };
}
