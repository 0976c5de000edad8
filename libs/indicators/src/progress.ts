import { daysBetween, fiscalYearLabel, fiscalYearOf, fiscalYearRange, type DayString } from '@kotae/kernel';
import type { Achievement } from './achievement';
import { targetFor, type FiscalPeriod, type Indicator, type Target } from './model';
import { tidy } from './numbers';
import { boundsOf, type Bounds } from './progress-bounds';
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
  achieved:
    '目標に届いています。「以下」「幅」の目標は、年度（累計は目標の年度）が終わった時点で、その中におさまっています。',
  on_track:
    '目標にはまだ届いていませんが、同じ速さで進むときの、いまの目安に届いています。日々数えている「以下」「幅」の目標は、年度の途中で上限をまだ超えていません（まだ確定していません）。',
  behind:
    '目標にも、同じ速さで進むときの、いまの目安にも届いていません。目標の年度が終わっても届いていないものと、年度の途中で上限をもう超えたものを含みます。',
  unknown:
    '値がない、計画の書き方では途中の目安を決められないなど、進み具合を言えません。理由は指標ごとに書いています。',
};

/** `expected` is where an even pace would be by now, in the unit of what is judged, unrounded; null where it is the target itself. */
export interface ProgressVerdict {
  readonly progress: Progress;
  readonly expected: number | null;
  /** Why nothing can be said, in Japanese; null for the other three. */
  readonly why: string | null;
}

/** What was judged and when. `period` is the indicator's own or the plan's. */
export interface JudgedYear {
  readonly indicator: Indicator;
  readonly actual: ActualValue;
  readonly achievement: Achievement;
  readonly fiscalYear: number;
  readonly period: FiscalPeriod | null;
  /** Whether the value grows day by day and the year runs: what is counted so far is not yet what the year brings. */
  readonly growing: boolean;
  readonly today: DayString;
}

interface Judged extends JudgedYear {
  readonly value: number;
  readonly target: Target;
  readonly bounds: Bounds;
  /** The fiscal year in which the target is to be reached. */
  readonly due: number | null;
}

/**
 * A target from below (増やす, 以上) is met when it is reached, however early: what is counted does not come down. A target from
 * above (減らす, 以下, the upper end of a 幅) is met when nothing more can come: until then it is on track, and behind at once when
 * exceeded. What is not met is compared with an even pace from the baseline (sums: from nothing at the period's first day)
 * to the target's year; a yearly value that still grows is asked for its share of the year.
 */
export function progressOf(given: JudgedYear): ProgressVerdict {
  const { indicator, actual, achievement, fiscalYear, period } = given;
  if (fiscalYear > fiscalYearOf(given.today)) return unknown(`${fiscalYearLabel(fiscalYear)}はまだ始まっていません。`);
  const target = targetFor(indicator, fiscalYear);
  if (achievement.met === null || actual.value === null || target === null)
    return unknown(achievement.why ?? actual.why ?? '達成かどうかを決められません。');
  const due = target.asOf?.fiscalYear ?? period?.last ?? null;
  const bounds = boundsOf(target, indicator.direction, actual.previous);
  const judged: Judged = { ...given, value: actual.value, target, bounds, due };
  if (achievement.met) return said(bounds.high !== null && isOpen(judged) ? 'on_track' : 'achieved');
  const above = bounds.high !== null && actual.value > bounds.high;
  if (above && indicator.mode === 'cumulative') return said('behind');
  const goal = above ? bounds.high : bounds.low;
  const place = goal === null ? null : placeOf(judged, goal, above);
  if (place !== null && place !== goal) {
    const reached = above ? actual.value <= place : actual.value >= place;
    return said(reached ? 'on_track' : 'behind', place);
  }
  if (place !== null || (isDue(judged) && !given.growing)) return said('behind');
  return unknown(
    due === null
      ? '目標の年度が計画に書かれていないため、途中の目安を計算できません。'
      : `目標の年度は${fiscalYearLabel(due)}です。途中の目安は、基準値がないなどの理由で計算できません。`,
  );
}

/** Whether more may still come to the value: days of the running year, or years of a sum. */
function isOpen({ indicator, fiscalYear, due, growing }: Judged): boolean {
  if (indicator.mode !== 'cumulative' || due === null) return growing;
  return fiscalYear < due || (growing && fiscalYear === due);
}

/** Where the value ought to be by now; the goal itself where it is due and nothing more comes; null where it cannot be said. */
function placeOf(judged: Judged, goal: number, above: boolean): number | null {
  const { indicator, fiscalYear, period, due, growing, today } = judged;
  if (indicator.mode === 'cumulative') {
    if (due === null || period === null || due < period.first) return null;
    const at = growing ? today : fiscalYearRange(fiscalYear).last;
    return pace(0, goal, dayBefore(period.first), at, fiscalYearRange(due).last);
  }
  const whole = wholeYear(judged, goal, above);
  // What is to stay below a place is asked of the whole year: it is exceeded or it is not.
  if (whole === null || above || !growing) return whole;
  const share = shareOfYear(fiscalYear, today);
  // Growth is judged in % of the year before: a share of the year brings a share of 100 % and what is asked on top.
  return tidy(indicator.mode === 'yoy_change' ? (100 + whole) * share - 100 : whole * share);
}

/** What the year as a whole is asked for: the goal where it is due or asked of every year, else a place on the way there. */
function wholeYear(judged: Judged, goal: number, above: boolean): number | null {
  const { indicator, fiscalYear, period, due } = judged;
  if (isDue(judged) || isOfEachYear(judged)) return goal;
  const start = startOf(indicator, period);
  const isBefore = start !== null && (above ? start.value > goal : start.value < goal);
  if (isBefore && due !== null && start.fiscalYear < due) {
    const from = fiscalYearRange(start.fiscalYear).last;
    return pace(start.value, goal, from, fiscalYearRange(fiscalYear).last, fiscalYearRange(due).last);
  }
  return ['at_least', 'at_most', 'maintain'].includes(indicator.direction) ? goal : null;
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

function isDue({ due, fiscalYear }: Judged): boolean {
  return due !== null && fiscalYear >= due;
}

/** Comparisons with the year before and targets of a single year are asked of each year, whatever the last year of the plan. */
function isOfEachYear({ indicator, target }: Judged): boolean {
  if (indicator.mode === 'yoy_change') return true;
  return target.valueType === 'relative_to_previous_year' || target.valueType === 'set_each_year';
}

function said(progress: Progress, expected: number | null = null): ProgressVerdict {
  return { progress, expected, why: null };
}

function unknown(why: string): ProgressVerdict {
  return { progress: 'unknown', expected: null, why };
}
