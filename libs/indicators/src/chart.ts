import { fiscalYearLabel, fiscalYearMonths } from '@kotae/kernel';
import { printed, targetFor, type FiscalPeriod, type Indicator } from './model';
import type { MonthCount } from './ports';
import { yearUnit } from './units';
import type { YearValue } from './values';

/** One year of a chart. `value` null is drawn as a gap with a word, never as zero. */
export interface YearBar {
  readonly fiscalYear: number;
  readonly label: string;
  readonly value: number | null;
  /** The sum from the start of the period, for cumulative indicators; null otherwise or when a year is missing. */
  readonly running: number | null;
  readonly state: 'past' | 'chosen' | 'future';
}

/** A line across a chart, with what is printed for it. */
export interface ReferenceLine {
  readonly value: number;
  readonly label: string;
}

/** Data of a chart by year, independent of how it is drawn; the table beside it shows the same rows. */
export interface YearlyChart {
  /** Of what the years brought, and of their sums. */
  readonly unit: string | null;
  readonly cumulative: boolean;
  readonly bars: readonly YearBar[];
  readonly baseline: ReferenceLine | null;
  /** One line, or two for a range; none when the target has no number. */
  readonly targets: readonly ReferenceLine[];
  /** Top and bottom of the axis; 0 is always inside. */
  readonly top: number;
  readonly bottom: number;
}

export interface MonthBar {
  readonly month: string;
  readonly label: string;
  readonly value: number;
}

/** Data of a chart by month: twelve bars, April first; `total` is their sum and the year's number. */
export interface MonthlyChart {
  readonly unit: string | null;
  readonly fiscalYear: number;
  readonly bars: readonly MonthBar[];
  readonly total: number;
  readonly top: number;
}

/** Bars from the first known or planned year to the last, with baseline and the target in force. */
export function yearlyChart(
  indicator: Indicator,
  yearly: readonly YearValue[],
  fiscalYear: number,
  period: FiscalPeriod | null,
): YearlyChart {
  const cumulative = indicator.mode === 'cumulative';
  const bars = yearBars(yearly, fiscalYear, period, cumulative);
  // 前年比 is judged in %, its bars are the years' own figures: a line in % would lie on them. The baseline of a sum is what one
  // year brought: across running sums it would lie too.
  const growth = indicator.mode === 'yoy_change';
  const baseline = growth || cumulative ? null : baselineLine(indicator);
  const targets = growth ? [] : targetLines(indicator, fiscalYear);
  const shown = [...bars.map((b) => (cumulative ? b.running : b.value)), ...targets.map((t) => t.value)];
  const all = [...shown, baseline?.value ?? null].filter((v) => v !== null);
  return {
    unit: yearUnit(indicator),
    cumulative,
    bars,
    baseline,
    targets,
    top: niceTop(Math.max(0, ...all)),
    bottom: negativeBottom(Math.min(0, ...all)),
  };
}

/** Twelve bars of a fiscal year; months without an opinion are 0, counts outside the year are left out. */
export function monthlyChart(unit: string | null, fiscalYear: number, counts: readonly MonthCount[]): MonthlyChart {
  const of = new Map(counts.map((c) => [c.month, c.count]));
  const bars = fiscalYearMonths(fiscalYear).map((month) => ({
    month,
    label: `${Number(month.slice(5))}月`,
    value: of.get(month) ?? 0,
  }));
  const total = bars.reduce((sum, b) => sum + b.value, 0);
  return { unit, fiscalYear, bars, total, top: niceTop(Math.max(0, ...bars.map((b) => b.value))) };
}

/** The next of 1, 2, 5 × 10ⁿ at or above a value, in fifths, so that an axis ends on a round number; 1 for nothing. */
export function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((s) => s * power >= value - power * 1e-9) ?? 10;
  return Number((step * power).toPrecision(12));
}

function negativeBottom(value: number): number {
  return value < 0 ? -niceTop(-value) : 0;
}

function yearBars(
  yearly: readonly YearValue[],
  fiscalYear: number,
  period: FiscalPeriod | null,
  cumulative: boolean,
): YearBar[] {
  const known = yearly.filter((y) => y.fiscalYear <= fiscalYear);
  const first = Math.min(fiscalYear, period?.first ?? fiscalYear, ...known.map((y) => y.fiscalYear));
  const last = Math.max(fiscalYear, period?.last ?? fiscalYear);
  const of = new Map(known.map((y) => [y.fiscalYear, y.value]));
  let running: number | null = 0;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const value = of.get(year) ?? null;
    const inside = period !== null && year >= period.first && year <= period.last;
    if (inside) running = running === null || value === null ? null : running + value;
    return {
      fiscalYear: year,
      label: fiscalYearLabel(year),
      value,
      running: cumulative && inside ? running : null,
      state: year < fiscalYear ? 'past' : year === fiscalYear ? 'chosen' : 'future',
    };
  });
}

function baselineLine(indicator: Indicator): ReferenceLine | null {
  const { baseline } = indicator;
  if (baseline === null || baseline.value === null) return null;
  return { value: baseline.value, label: `基準 ${printed(baseline.raw)}${baseline.asOf?.raw ?? ''}` };
}

function targetLines(indicator: Indicator, fiscalYear: number): ReferenceLine[] {
  const target = targetFor(indicator, fiscalYear);
  if (target === null) return [];
  const label = `目標 ${printed(target.raw)}`;
  if (target.range !== null) return [target.range.low, target.range.high].map((value) => ({ value, label }));
  return target.value === null ? [] : [{ value: target.value, label }];
}
