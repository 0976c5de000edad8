import { CLOSING_MARKS, type IndicatorView, type PlanView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearShort } from '@kotae/kernel';
import type { TargetBaseline, TargetValue } from '@kotae/ui';

const NUMBER = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 2 });

/** 1,234.5件. Without a unit when the plan prints none. */
export function amount(value: number, unit: string): string {
  return `${NUMBER.format(value)}${unit}`;
}

/** A value of the plan, as printed where the plan prints it. Printed strings may lack the unit, and are kept as they are. */
export function printedValue(
  value: number | null,
  printed: string | null,
  unit: string,
  asOf: string | null,
): TargetValue | null {
  return value === null ? null : { value, text: printed || amount(value, unit), when: asOf ?? undefined };
}

/** A baseline as printed, also where the plan says in words why there is none: 「調査していないため不明」. */
export function printedBaseline({
  baseline,
  printed,
  unit,
}: Pick<IndicatorView, 'baseline' | 'printed' | 'unit'>): TargetBaseline | null {
  const { value, asOf } = baseline;
  const known = printedValue(value, printed.baseline, unit, asOf);
  if (known !== null || printed.baseline === null || NOTHING_PRINTED.test(printed.baseline)) return known;
  return { value: null, text: printed.baseline, when: asOf ?? undefined };
}

/** A dash in the cell. */
const NOTHING_PRINTED = /^[-−‐–—―ー─\s]*$/;

/** Short names of fiscal years along a chart: R6, R7, R8. */
export function yearNames(years: readonly number[]): string[] {
  return years.map(fiscalYearShort);
}

/** `2026-04` → 「4月」. */
export function monthName(month: string): string {
  return `${Number(month.slice(5, 7))}月`;
}

type PlanYears = Pick<PlanView, 'firstYear' | 'lastYear' | 'spokenOf'>;

/** The years one may look at: those of the plan, or those it speaks of, or the last few. Newest first. */
export function yearsOf(plan: PlanYears, current: number): number[] {
  const first = plan.firstYear ?? plan.spokenOf?.first ?? current - 4;
  const last = Math.max(plan.lastYear ?? plan.spokenOf?.last ?? current, first);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** Fiscal years, first to last, as choices. */
export function yearOptions(first: number, last: number): { value: string; label: string }[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(first + index),
    label: fiscalYearLabel(first + index),
  }));
}

/** Where a year has no value yet, the newest one before it: 「令和7年度は 64.8%」. Null without any. */
export function lastKnown(
  indicator: Pick<IndicatorView, 'yearly' | 'unit' | 'yearUnit'>,
  before: number,
): string | null {
  const known = indicator.yearly.findLast((year) => year.fiscalYear < before && year.value !== null);
  if (known === undefined || known.value === null) return null;
  return `${fiscalYearLabel(known.fiscalYear)}は ${amount(known.value, indicator.yearUnit ?? indicator.unit)}`;
}

/** The year to begin with: the current one, or the plan's nearest. */
export function firstLook(plan: PlanYears, current: number): number {
  const years = yearsOf(plan, current);
  return Math.min(Math.max(current, years.at(-1) ?? current), years[0] ?? current);
}

/** A chart in one sentence, for those who do not see it. */
export function chartWords(names: readonly string[], values: readonly (number | null)[], unit: string): string {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, name: names[index] ?? '' }]));
  if (known.length === 0) return '値はまだありません。';
  const top = known.reduce((best, one) => (one.value > best.value ? one : best));
  const low = known.reduce((best, one) => (one.value < best.value ? one : best));
  if (known.length === 1) return `${top.name}は${amount(top.value, unit)}です。`;
  return `最も多いのは${top.name}の${amount(top.value, unit)}、最も少ないのは${low.name}の${amount(low.value, unit)}です。`;
}

/** When the value at hand holds, and whether it may still change: 「令和8年度・集計中」. */
export function currentWhen({ current }: Pick<IndicatorView, 'current'>): string {
  return current ? `${fiscalYearLabel(current.fiscalYear)}・${closingMark(current.closed)}` : '';
}

/** 「確定」 or 「集計中」. */
export function closingMark(closed: boolean): string {
  return closed ? CLOSING_MARKS.closed : CLOSING_MARKS.open;
}
