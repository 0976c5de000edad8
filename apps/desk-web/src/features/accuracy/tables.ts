import type { AccuracyView } from '@kotae/contracts';

/** One thing that was proposed, how often, how often it was taken as it was, and what was decided instead. */
export interface ProposedRow<C extends string = string> {
  readonly code: C;
  readonly count: number;
  readonly same: number;
  /** Most frequent first. */
  readonly instead: readonly { readonly code: C; readonly count: number }[];
}

interface PairCount<C extends string> {
  readonly proposed: C;
  readonly decided: C;
  readonly count: number;
}

/** A row for each of `codes`, and for everything else that was proposed. */
export function proposedRows<C extends string>(pairs: readonly PairCount<C>[], codes: readonly C[]): ProposedRow<C>[] {
  const all = [...new Set([...codes, ...pairs.map(({ proposed }) => proposed)])];
  return all.map((code) => {
    const own = pairs.filter(({ proposed }) => proposed === code);
    return {
      code,
      count: own.reduce((sum, { count }) => sum + count, 0),
      same: own.find(({ decided }) => decided === code)?.count ?? 0,
      instead: own
        .filter(({ decided }) => decided !== code)
        .map(({ decided, count }) => ({ code: decided, count }))
        .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
    };
  });
}

/** How many were proposed as one and decided as the other. */
export function countOf(classes: AccuracyView['classes'], proposed: string, decided: string): number {
  return classes.find((one) => one.proposed === proposed && one.decided === decided)?.count ?? 0;
}
