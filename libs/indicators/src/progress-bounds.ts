import type { Direction, Target } from './model';
import { senseOf } from './sense';

/** Between which values a target is met, both inclusive; null on the side where there is no end. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

const NONE: Bounds = { low: null, high: null };

/** The same reading of a target as `meetsTarget`; without an end on either side where it is no comparison of numbers. */
export function boundsOf(target: Target, direction: Direction, previous: number | null): Bounds {
  const { comparator, tolerance, range } = target;
  if (range !== null) return { low: range.low, high: range.high };
  if (target.valueType === 'milestone') return NONE;
  const value = target.valueType === 'relative_to_previous_year' ? previous : target.value;
  if (value === null) return NONE;
  if (comparator === 'approx') return { low: value - (tolerance ?? 0), high: value + (tolerance ?? 0) };
  if (comparator === 'ge' || comparator === 'gt') return { low: value, high: null };
  if (comparator === 'le') return { low: null, high: value };
  const sense = senseOf(direction, comparator);
  if (sense === null) return NONE;
  return sense === 'up' ? { low: value, high: null } : { low: null, high: value };
}
