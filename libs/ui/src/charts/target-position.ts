/** Places on the bar in percent of its width; baseline is left of target whichever way the numbers run. */
export interface TargetPosition {
  baseline: number;
  target: number;
  actual: number | null;
}

const EDGE = 3;
/** Differences smaller than this are none: no plan prints them. */
const NOTHING = 1e-9;

/**
 * Where baseline, target and today's value stand. An axis runs from baseline to target, and further
 * to either side when today's value lies outside. Without a baseline the bar starts at zero.
 * When baseline and target are equal (維持) the target stands in the middle.
 */
export function targetPosition(baseline: number | null, target: number, actual: number | null): TargetPosition {
  const from = baseline ?? 0;
  const span = target - from;
  if (Math.abs(span) < NOTHING) {
    const reach = Math.max(Math.abs((actual ?? target) - target), Math.abs(target) * 0.1, 1);
    const at = actual === null ? null : 50 + ((actual - target) / reach) * (50 - EDGE);
    return { baseline: 50, target: 50, actual: at };
  }
  const share = actual === null ? null : (actual - from) / span;
  const low = Math.min(0, share ?? 0);
  const high = Math.max(1, share ?? 0);
  const place = (value: number) => Math.round((EDGE + ((value - low) / (high - low)) * (100 - 2 * EDGE)) * 100) / 100;
  return { baseline: place(0), target: place(1), actual: share === null ? null : place(share) };
}
