import type { Achievement } from './achievement';
import { tidy } from './numbers';

/** 達成した指標の割合 or 達成度の平均, with how it was made so that nothing is left out silently. */
export interface ShareMet {
  /** In %, unrounded; null when no indicator can be judged. */
  readonly value: number | null;
  readonly met: number;
  readonly judged: number;
  /** Indicators whose achievement cannot be said; they are in neither part of the fraction. */
  readonly leftOut: number;
  readonly why: string | null;
}

/** The share of indicators that meet their targets, among those of which it can be said. */
export function shareMet(achievements: readonly Pick<Achievement, 'met'>[]): ShareMet {
  const judged = achievements.filter((a) => a.met !== null).length;
  const met = achievements.filter((a) => a.met === true).length;
  return {
    value: judged === 0 ? null : tidy((met / judged) * 100),
    met,
    judged,
    leftOut: achievements.length - judged,
    why: judged === 0 ? '達成かどうかを決められる指標が、まだ1つもありません。' : null,
  };
}

/** The mean of the achievements in % as they are shown (one decimal, not capped), among those that have one. */
export function meanAchievement(achievements: readonly Pick<Achievement, 'met' | 'percent'>[]): ShareMet {
  const percents = achievements.flatMap((a) => (a.percent === null ? [] : [a.percent]));
  const sum = percents.reduce((total, percent) => total + percent, 0);
  return {
    value: percents.length === 0 ? null : tidy(sum / percents.length),
    met: achievements.filter((a) => a.met === true).length,
    judged: percents.length,
    leftOut: achievements.length - percents.length,
    why: percents.length === 0 ? '達成度（％）を計算できる指標が、まだ1つもありません。' : null,
  };
}
