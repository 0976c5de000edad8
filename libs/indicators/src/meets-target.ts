import type { Direction, Target } from './model';
import { senseOf } from './sense';
import type { ActualValue } from './values';

/** `limit` is the number compared with; null for ranges, milestones and when the comparison cannot be made. */
export interface TargetCheck {
  readonly met: boolean | null;
  readonly limit: number | null;
  readonly why: string | null;
}

/** Whether a value meets a target, before any rounding; `why` says in Japanese why that cannot be said. */
export function meetsTarget(actual: ActualValue, target: Target, direction: Direction): TargetCheck {
  if (actual.value === null) return unknown(actual.why ?? '値がまだありません。');
  const value = actual.value;
  switch (target.valueType) {
    case 'milestone':
      return { met: value >= 1, limit: null, why: null };
    case 'range':
      return target.range === null
        ? unknown('目標の幅が読み取れません。')
        : { met: value >= target.range.low && value <= target.range.high, limit: null, why: null };
    case 'words':
      return unknown('目標が言葉だけで、どこまでという数字がありません。');
    case 'set_each_year':
      return target.value === null
        ? unknown('目標は毎年度の予算で決めるため、その年度の目標を入れると計算できます。')
        : compare(value, target.value, target, direction);
    case 'relative_to_previous_year':
      return actual.previous === null
        ? unknown('前年度の値がないため、維持できたかどうかを比べられません。')
        : compare(value, actual.previous, target, direction);
    case 'number':
    case 'relative_to_baseline':
      return target.value === null
        ? unknown('目標の数字が読み取れません。')
        : compare(value, target.value, target, direction);
  }
}

function compare(value: number, limit: number, target: Target, direction: Direction): TargetCheck {
  const { comparator } = target;
  if (comparator === 'approx') return about(value, limit, target.tolerance);
  if (comparator === 'ge') return { met: value >= limit, limit, why: null };
  if (comparator === 'le') return { met: value <= limit, limit, why: null };
  if (comparator === 'gt') return { met: value > limit, limit, why: null };
  const sense = senseOf(direction, comparator);
  if (sense === null)
    return unknown(
      '多いほどよいのか少ないほどよいのかが計画に書かれていないため、達成かどうかを決められません。',
      limit,
    );
  return { met: sense === 'up' ? value >= limit : value <= limit, limit, why: null };
}

function about(value: number, limit: number, tolerance: number | null): TargetCheck {
  const off = Math.abs(value - limit);
  if (off <= (tolerance ?? 0)) return { met: true, limit, why: null };
  if (tolerance !== null) return { met: false, limit, why: null };
  return unknown('「概ね」がどこまでを含むかが計画に書かれていないため、達成かどうかを決められません。', limit);
}

function unknown(why: string, limit: number | null = null): TargetCheck {
  return { met: null, limit, why };
}
