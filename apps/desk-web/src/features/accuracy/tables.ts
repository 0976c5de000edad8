import type { AccuracyView, MarkNumbers, UrgencyNumbers } from '@kotae/contracts';
import { URGENCY_FATES } from '@kotae/kernel';

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

/** The months taken together. */
export function urgencyTotals(months: readonly UrgencyNumbers[]): UrgencyNumbers {
  const sums = URGENCY_FATES.map((fate) => [fate, months.reduce((sum, month) => sum + month[fate], 0)]);
  return Object.fromEntries(sums) as UrgencyNumbers;
}

/** The months taken together, kind by kind, those with most places first. */
export function markTotals(months: readonly MarkNumbers[]): MarkNumbers[] {
  const kinds = new Map<MarkNumbers['kind'], MarkNumbers>();
  for (const { kind, kept, removed, added, rewritten } of months) {
    const sum = kinds.get(kind) ?? { kind, kept: 0, removed: 0, added: 0, rewritten: 0 };
    kinds.set(kind, {
      kind,
      kept: sum.kept + kept,
      removed: sum.removed + removed,
      added: sum.added + added,
      rewritten: sum.rewritten + rewritten,
    });
  }
  const all = ({ kept, removed, added, rewritten }: MarkNumbers) => kept + removed + added + rewritten;
  return [...kinds.values()].sort((a, b) => all(b) - all(a));
}
