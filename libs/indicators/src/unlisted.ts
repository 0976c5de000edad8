import { fiscalYearOf, fiscalYearRange } from '@kotae/kernel';
import type { ClosedFigure, FrozenFigure } from './closing';
import type { DayRange } from './facts';
import { tidy } from './numbers';
import type { UnlistedYear } from './unlisted-year';

/** What a year brought that was closed beyond the opinions frozen with it; none where they bear its number out. */
export function beyondList(
  { yearValue, sourceText }: Pick<ClosedFigure, 'yearValue' | 'sourceText'>,
  fiscalYear: number,
  listed: number,
): UnlistedYear[] {
  const value = yearValue === null ? 0 : tidy(yearValue - listed);
  return value === 0 ? [] : [{ fiscalYear, value, sourceText }];
}

/** Of a frozen number what its record names as unlisted; records that name nothing are taken at their number. */
export function unlistedThen(
  figure: FrozenFigure,
  fiscalYear: number,
  range: DayRange,
  listed: number,
): readonly UnlistedYear[] {
  const [first, last] = [fiscalYearOf(range.first), fiscalYearOf(range.last)];
  if (range.first !== fiscalYearRange(first).first || range.last !== fiscalYearRange(last).last) return [];
  if (figure.unlisted !== undefined)
    return figure.unlisted.filter((part) => part.fiscalYear >= first && part.fiscalYear <= last);
  // Of the year alone its own number is meant, else the sum.
  const yearValue = first === fiscalYear && last === fiscalYear ? figure.yearValue : figure.value;
  return beyondList({ yearValue, sourceText: figure.sourceText }, fiscalYear, listed);
}

export function sumUnlisted(parts: readonly UnlistedYear[]): number {
  return tidy(parts.reduce((sum, { value }) => sum + value, 0));
}
