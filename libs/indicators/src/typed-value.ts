import type { YearValue } from './values';

/**
 * A value a person typed (or imported) for one fiscal year. Values are appended, never edited: the newest one counts and
 * the earlier ones stay visible. `value` null takes the year's value back. For yoy_change indicators it is the year's own
 * figure, not the percentage; for milestones 1 is done and 0 is not yet; for cumulative ones the year's own amount.
 */
export interface TypedValue {
  readonly id: string;
  readonly indicatorId: string;
  readonly fiscalYear: number;
  readonly value: number | null;
  /** As the source prints it, where that says more than the number. */
  readonly printed?: string | null;
  /** Where the number comes from, e.g. 「令和7年度 対話事業アンケート集計」. */
  readonly sourceText: string;
  readonly origin: 'typed' | 'imported';
  readonly author: string;
  readonly authorId: string | null;
  readonly recordedAt: Date;
}

/** The value that counts for each fiscal year, ascending by year. Among equals in time the later id (UUIDv7) counts. */
export function newestByYear(values: readonly TypedValue[]): TypedValue[] {
  const newest = new Map<number, TypedValue>();
  for (const value of values) {
    const other = newest.get(value.fiscalYear);
    if (other === undefined || isNewer(value, other)) newest.set(value.fiscalYear, value);
  }
  return [...newest.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/** Yearly figures from typed values, for `actualFor`. */
export function yearValuesOf(values: readonly TypedValue[]): YearValue[] {
  return newestByYear(values).map((v) => ({ fiscalYear: v.fiscalYear, value: v.value }));
}

function isNewer(a: TypedValue, b: TypedValue): boolean {
  const byTime = a.recordedAt.getTime() - b.recordedAt.getTime();
  return byTime !== 0 ? byTime > 0 : a.id > b.id;
}
