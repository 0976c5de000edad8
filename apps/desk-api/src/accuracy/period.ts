import { ACCURACY_MONTHS, type AccuracyMonths } from '@kotae/contracts';
import type { DayString } from '@kotae/kernel';

/** Half a year: long enough to count, short enough to be about the model of today. */
export const USUAL_MONTHS: AccuracyMonths = 6;

/** What was asked for, or the usual. */
export function monthsOf(asked: string | undefined): AccuracyMonths {
  return ACCURACY_MONTHS.find((months) => String(months) === asked) ?? USUAL_MONTHS;
}

/** Whole calendar months up to today, this one included: 6 on 2026-11-21 are June 1 to November 21. */
export function periodUpTo(today: DayString, months: AccuracyMonths): { firstDay: DayString; lastDay: DayString } {
  return { firstDay: `${monthBefore(today.slice(0, 7), months - 1)}-01`, lastDay: today };
}

/** Every month of the period, `YYYY-MM`, oldest first. */
export function monthsUpTo(today: DayString, months: AccuracyMonths): string[] {
  return Array.from({ length: months }, (_, i) => monthBefore(today.slice(0, 7), months - 1 - i));
}

function monthBefore(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
