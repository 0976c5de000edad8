import type { Figure } from './figure';

/** The value an indicator is judged by, as every page names it. */
export interface CurrentValue {
  /** The newest year it is made of: of a value that stands for a moment, the year it was known for. */
  readonly fiscalYear: number;
  readonly value: number | null;
  /** 確定: the number was closed, or every year it is made of was. */
  readonly closed: boolean;
}

/** Whatever year is asked for, a value is closed once nothing it is made of can change. `fiscalYear` names a missing one. */
export function currentValue(
  { actual, asClosed, closedYears }: Pick<Figure, 'actual' | 'asClosed' | 'closedYears'>,
  fiscalYear: number,
): CurrentValue {
  const { years, value } = actual;
  const settled = years.length > 0 && years.every((year) => closedYears.includes(year));
  return { fiscalYear: years.at(-1) ?? fiscalYear, value, closed: asClosed !== null || settled };
}
