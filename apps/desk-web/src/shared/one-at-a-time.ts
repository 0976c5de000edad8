import { useCallback, useRef } from 'react';

/**
 * Work that is done once while it is under way: asking again meanwhile joins it. Locked at once and not with the next
 * rendering, so that two clicks in one moment are one.
 */
export function useOneAtATime<Result>(): (work: () => Promise<Result>) => Promise<Result> {
  const underWay = useRef<Promise<Result> | null>(null);
  return useCallback((work: () => Promise<Result>) => {
    underWay.current ??= work().finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  }, []);
}
