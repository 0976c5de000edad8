import type { ClosedNumber } from './closed-numbers';
import { amount, roundPercent } from './numbers';

/** One number that is another than when its year was closed, in words. `what` is null where there is only one number. */
export interface ReportedChange {
  what: string | null;
  then: string;
  now: string;
}

/**
 * 修正再表示 of a year. Where a year is judged by its own value there is one number. Where it is judged by something made of
 * several years (累計, 前年比, a value carried over), what the year brought and what was judged are named and told apart:
 * a correction of an earlier year changes the sum and leaves the year's own value as it was.
 */
export function changesOf(number: ClosedNumber, milestone: boolean): ReportedChange[] {
  const judged = changed(number.then, number.now, number.unit, milestone);
  const own = changed(number.yearThen, number.yearNow, number.yearUnit, milestone);
  if (isOwnValue(number)) return judged.map((words) => ({ what: null, ...words }));
  return [
    ...own.map((words) => ({ what: 'この年度の値', ...words })),
    ...judged.map((words) => ({ what: judgedName(number), ...words })),
  ];
}

/** What the value is called that a closed year was judged by. */
export function judgedName({ mode }: Pick<ClosedNumber, 'mode'>): string {
  if (mode === 'cumulative') return '累計';
  return mode === 'yoy_change' ? '前年比' : '評価に使う値';
}

function isOwnValue({ mode, then, yearThen, now, yearNow }: ClosedNumber): boolean {
  return mode !== 'cumulative' && mode !== 'yoy_change' && then === yearThen && now === yearNow;
}

function changed(then: number | null, now: number | null, unit: string | null, milestone: boolean) {
  if (then === now) return [];
  return [{ then: shown(then, unit, milestone), now: shown(now, unit, milestone) }];
}

function shown(value: number | null, unit: string | null, milestone: boolean): string {
  if (value === null) return '値なし';
  if (milestone) return value >= 1 ? 'できた' : 'まだ';
  return amount(unit === '%' ? roundPercent(value) : value, unit);
}
