import type { Indicator } from './model';

/** A way from an indicator through formulas back to itself, as ids from start to start; null when there is none. */
export function circleThrough(start: string, indicators: readonly Indicator[]): string[] | null {
  const sources = new Map(
    indicators.map((i) => [i.id, i.source.kind === 'formula' ? i.source.indicatorIds : ([] as readonly string[])]),
  );
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | null => {
    for (const next of sources.get(id) ?? []) {
      if (next === start) return [...path, start];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start]);
}
