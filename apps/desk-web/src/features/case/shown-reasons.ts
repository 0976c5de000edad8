/** The strongest words only: a letter that is all marks says nothing. */
export function shownReasons(reasons: readonly string[]): string[] {
  return reasons.slice(0, 3);
}
