import { fiscalYearRange } from '@kotae/kernel';
import type { DayRange } from './facts';
import type { FiscalPeriod, IndicatorMode } from './model';

/**
 * The days an indicator's value of a fiscal year is counted over: the year itself, or for cumulative ones the period from
 * its first day to the end of the year (years after the period add nothing). Null when a cumulative indicator has no period
 * or the period has not begun.
 */
export function countedRange(mode: IndicatorMode, fiscalYear: number, period: FiscalPeriod | null): DayRange | null {
  if (mode !== 'cumulative') return fiscalYearRange(fiscalYear);
  if (period === null) return null;
  const last = Math.min(fiscalYear, period.last);
  if (last < period.first) return null;
  return { first: fiscalYearRange(period.first).first, last: fiscalYearRange(last).last };
}

/** First and last day of a calendar month `YYYY-MM`. */
export function monthRange(month: string): DayRange {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { first: `${month}-01`, last: `${month}-${String(last).padStart(2, '0')}` };
}
