import type { Comparator, Direction } from './model';

/** Which way is better: `up`, `down`, or null where neither is (ranges, milestones, nothing stated). */
export type Sense = 'up' | 'down' | null;

const OF_DIRECTION: Readonly<Record<Direction, Sense>> = {
  increase: 'up',
  at_least: 'up',
  maintain: 'up',
  decrease: 'down',
  at_most: 'down',
  range: null,
  milestone: null,
  unspecified: null,
};

/** The direction decides; where it is not stated, 以上 means up and 以下 means down. */
export function senseOf(direction: Direction, comparator: Comparator): Sense {
  if (direction !== 'unspecified') return OF_DIRECTION[direction];
  if (comparator === 'ge' || comparator === 'gt') return 'up';
  return comparator === 'le' ? 'down' : null;
}
