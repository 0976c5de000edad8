/** Index the cursor moves to; it stops at both ends, and begins at the first row. Lists may be empty (-1). */
export function moved(ids: readonly string[], current: string | null, step: 1 | -1): number {
  if (ids.length === 0) return -1;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return step > 0 ? 0 : ids.length - 1;
  return Math.min(ids.length - 1, Math.max(0, at + step));
}

/** Ids that were not there before: what to announce when a list grows by itself. */
export function arrivals(before: readonly string[], now: readonly string[]): string[] {
  const known = new Set(before);
  // What comes after the last known row is an older page that was asked for, not an arrival.
  const last = now.findLastIndex((id) => known.has(id));
  return now.slice(0, Math.max(0, last)).filter((id) => !known.has(id));
}
