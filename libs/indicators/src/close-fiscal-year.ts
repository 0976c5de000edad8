import { DomainError, actorName, dayOf, fiscalYearLabel, fiscalYearRange, today, type Actor } from '@kotae/kernel';
import {
  closedFigure,
  figureOf,
  figuresDigest,
  freezeYear,
  type ClosedFigure,
  type ClosingEntry,
  type FrozenYear,
} from './closing';
import { opinionsToClose } from './counted-value';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findPlan } from './find';
import type { Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';

/**
 * Freezes the numbers of a plan's fiscal year with the opinions behind them; once, and only when the year is over.
 * Throws `not_found`, `invalid_input`, `wrong_state` (the year is not over), `conflict` (closed already),
 * `stale` (a number and its list were read from different states, or the numbers are no longer those that were looked at).
 */
export async function closeFiscalYear(
  deps: IndicatorDeps,
  actor: Actor,
  input: { readonly planId: string; readonly fiscalYear: number; readonly digest?: string | undefined },
): Promise<FrozenYear> {
  const { planId, fiscalYear } = input;
  checkFiscalYear(fiscalYear);
  const label = fiscalYearLabel(fiscalYear);
  if (today(deps.clock) <= fiscalYearRange(fiscalYear).last)
    throw new DomainError('wrong_state', `${label}はまだ終わっていないため、締められません。`);
  return deps.unitOfWork.alone(planId, async ({ indicators: store }) => {
    const closedAt = deps.clock.now();
    const plan = await findPlan(store, planId);
    if ((await store.closings(planId)).some((c) => c.fiscalYear === fiscalYear))
      throw new DomainError('conflict', `${label}はすでに締められています。`);
    const indicators = await store.indicatorsOf(planId);
    const figures = await figuresOf(store, plan, indicators, fiscalYear, dayOf(closedAt));
    const entries: ClosingEntry[] = [];
    for (const figure of figures) entries.push(await entryOf(store, plan, figure, fiscalYear));
    const looked = figuresDigest(entries.map((entry) => closedFigure(figureOf(entry, fiscalYear))));
    if (input.digest !== undefined && input.digest !== looked)
      throw new DomainError('stale', '確かめた後に数が変わりました。画面を更新して、もう一度確かめてください。');
    const frozen = freezeYear({ planId, fiscalYear, closedAt, closedBy: actorName(actor), entries });
    await store.appendClosing(frozen);
    return frozen;
  });
}

export interface ClosingPreview {
  readonly plan: Plan;
  readonly fiscalYear: number;
  /** A year may be closed once it is over. */
  readonly over: boolean;
  /** What would be frozen now, in the plan's order. */
  readonly figures: readonly ClosedFigure[];
  /** Names these numbers; given to `closeFiscalYear`, other numbers are refused. */
  readonly digest: string;
  /** Submissions received in the year that nobody has sorted yet. */
  readonly unsorted: number;
}

/** What closing a year would freeze, and what is still open. Throws `not_found`, `invalid_input`. */
export async function previewClosing(deps: IndicatorDeps, planId: string, fiscalYear: number): Promise<ClosingPreview> {
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  const range = fiscalYearRange(fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const found = await figuresOf(store, plan, await store.indicatorsOf(planId), fiscalYear, day);
    const figures = found.map((figure) => closedFigure(figureOf(withoutList(figure, fiscalYear), fiscalYear)));
    const unsorted = await store.unsortedSubmissions(range);
    return { plan, fiscalYear, over: day > range.last, figures, digest: figuresDigest(figures), unsorted };
  });
}

async function entryOf(store: IndicatorStore, plan: Plan, figure: Figure, fiscalYear: number): Promise<ClosingEntry> {
  return { ...withoutList(figure, fiscalYear), opinions: await opinionsToClose(store, plan, figure, fiscalYear) };
}

function withoutList(figure: Figure, fiscalYear: number): ClosingEntry {
  return {
    indicator: figure.indicator,
    yearValue: figure.yearly.find((y) => y.fiscalYear === fiscalYear)?.value ?? null,
    actual: figure.actual,
    achievement: figure.achievement,
    opinions: [],
    sourceText: figure.typed?.sourceText ?? null,
  };
}
