import { daysBetween, fiscalYearLabel, fiscalYearOf, fiscalYearRange, type DayString } from '@kotae/kernel';
import type { Achievement } from './achievement';
import { targetFor, type FiscalPeriod, type Indicator, type Target } from './model';
import { tidy } from './numbers';
import { senseOf } from './sense';
import type { ActualValue } from './values';

/** How an indicator stands in a progress report. */
export const PROGRESS = ['achieved', 'on_track', 'behind', 'unknown'] as const;
export type Progress = (typeof PROGRESS)[number];

export const PROGRESS_LABELS: Readonly<Record<Progress, string>> = {
  achieved: '達成',
  on_track: '順調',
  behind: '遅れ',
  unknown: '評価できない',
};

export const PROGRESS_MEANINGS: Readonly<Record<Progress, string>> = {
  achieved: '目標に届いています。「以下」「幅」の目標は、その中におさまっています。',
  on_track: '目標にはまだ届いていませんが、基準から目標の年度まで同じ速さで進むときの、いまの目安に届いています。',
  behind:
    '目標にも、同じ速さで進むときの、いまの目安にも届いていません。目標の年度になっても届いていないものを含みます。',
  unknown:
    '値がない、計画の書き方では途中の目安を決められないなど、進み具合を言えません。理由は指標ごとに書いています。',
};

/** `expected` is where an even pace would be by now, in the indicator's unit, unrounded; null where there is no such place. */
export interface ProgressVerdict {
  readonly progress: Progress;
  readonly expected: number | null;
  /** Why nothing can be said, in Japanese; null for the other three. */
  readonly why: string | null;
}

/** What was judged and when. `period` is the indicator's own or the plan's; `today` bounds the year that runs. */
export interface JudgedYear {
  readonly indicator: Indicator;
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  readonly fiscalYear: number;
  readonly period: FiscalPeriod | null;
  readonly today: DayString;
}

/**
 * Met is met. What is not met yet is compared with an even pace from the baseline (sums: from nothing at the period's first
 * day) to the target's year; what must hold in every year, or is due, has no pace and is behind.
 */
export function progressOf(judged: JudgedYear): ProgressVerdict {
  const { indicator, actual, achievement, fiscalYear, period } = judged;
  if (achievement.met === true) return { progress: 'achieved', expected: null, why: null };
  const target = targetFor(indicator, fiscalYear);
  if (achievement.met === null || actual.value === null || target === null)
    return unknown(achievement.why ?? actual.why ?? '達成かどうかを決められません。');
  const due = target.asOf?.fiscalYear ?? period?.last ?? null;
  if (due !== null && fiscalYear >= due) return { progress: 'behind', expected: null, why: null };
  const expected = due === null ? null : expectedBy(judged, target, due);
  const sense = senseOf(indicator.direction, target.comparator);
  if (expected !== null && sense !== null) {
    const reached = sense === 'up' ? actual.value >= expected : actual.value <= expected;
    return { progress: reached ? 'on_track' : 'behind', expected, why: null };
  }
  if (holdsEveryYear(indicator, target)) return { progress: 'behind', expected: null, why: null };
  return unknown(
    due === null
      ? '目標の年度が計画に書かれていないため、途中の目安を計算できません。'
      : `目標の年度は${fiscalYearLabel(due)}です。途中の目安は、基準値がないなどの理由で計算できません。`,
  );
}

/** The place of an even pace at the end of the year, or today in the year that runs where the value is counted day by day. */
function expectedBy({ indicator, fiscalYear, period, today }: JudgedYear, target: Target, due: number): number | null {
  if (target.value === null) return null;
  const counted = indicator.source.kind === 'facts';
  const end = fiscalYearRange(fiscalYear).last;
  const running = counted && fiscalYearOf(today) === fiscalYear;
  if (indicator.mode === 'cumulative') {
    if (period === null || due < period.first) return null;
    return pace(0, target.value, dayBefore(period.first), running ? today : end, fiscalYearRange(due).last);
  }
  const start = startOf(indicator, period);
  if (start === null || start.fiscalYear >= due) return null;
  const from = fiscalYearRange(start.fiscalYear).last;
  const level = pace(start.value, target.value, from, end, fiscalYearRange(due).last);
  // A yearly amount that is still being counted has had only part of its year.
  return running && indicator.mode === 'annual' ? tidy(level * shareOfYear(fiscalYear, today)) : level;
}

function startOf(indicator: Indicator, period: FiscalPeriod | null): { value: number; fiscalYear: number } | null {
  const value = indicator.baseline?.value ?? null;
  const fiscalYear = indicator.baseline?.asOf?.fiscalYear ?? (period === null ? null : period.first - 1);
  return value === null || fiscalYear === null ? null : { value, fiscalYear };
}

function pace(start: number, goal: number, from: DayString, at: DayString, to: DayString): number {
  const share = Math.min(1, Math.max(0, daysBetween(from, at) / daysBetween(from, to)));
  return tidy(start + (goal - start) * share);
}

function shareOfYear(fiscalYear: number, today: DayString): number {
  const from = dayBefore(fiscalYear);
  return daysBetween(from, today) / daysBetween(from, fiscalYearRange(fiscalYear).last);
}

/** The last day before a fiscal year. */
function dayBefore(fiscalYear: number): DayString {
  return fiscalYearRange(fiscalYear - 1).last;
}

/** Limits and comparisons with the year before are asked of each year, whatever the last year of the plan. */
function holdsEveryYear(indicator: Indicator, target: Target): boolean {
  if (indicator.mode === 'yoy_change') return true;
  if (target.valueType === 'relative_to_previous_year' || target.valueType === 'set_each_year') return true;
  return ['at_least', 'at_most', 'maintain'].includes(indicator.direction);
}

function unknown(why: string): ProgressVerdict {
  return { progress: 'unknown', expected: null, why };
}
