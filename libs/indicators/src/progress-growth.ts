import type { Indicator } from './model';

/**
 * The indicators whose yearly value grows from day to day while the year runs and cannot come down by waiting: counted from
 * opinions, or a sum with something counted in it. A typed value stands for its year; a share or a mean may go either way.
 */
export function growingIn(indicators: readonly Indicator[]): ReadonlySet<string> {
  const growing = new Set(indicators.filter(({ source }) => source.kind === 'facts').map(({ id }) => id));
  // A sum of sums takes another round; a circle adds nothing.
  for (let before = -1; before < growing.size;) {
    before = growing.size;
    for (const { id, source } of indicators)
      if (source.kind === 'formula' && source.op === 'sum' && source.indicatorIds.some((part) => growing.has(part)))
        growing.add(id);
  }
  return growing;
}
