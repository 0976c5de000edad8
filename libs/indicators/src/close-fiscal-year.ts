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
import { outOfOrder } from './closing-order';
import { opinionsToClose } from './counted-value';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findPlan } from './find';
import type { Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';

/**
 * Freezes the numbers of a plan's fiscal year with the opinions behind them; once, and only when the year is over.
 * Throws `not_found`, `invalid_input`, `wrong_state` (the year is not over, or not its turn yet), `conflict` (closed already),
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
    if (await isClosed(store, planId, fiscalYear))
      throw new DomainError('conflict', `${label}はすでに締められています。`);
    checkPlanYear(plan, fiscalYear);
    const indicators = await store.indicatorsOf(planId);
    const order = outOfOrder(plan, indicators, await store.closings(planId), fiscalYear);
    if (order !== null) throw new DomainError('wrong_state', order);
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
  /** Why it is not this year's turn, in Japanese; null when it is, and for a closed year. */
  readonly outOfOrder: string | null;
  /** What would be frozen now, in the plan's order. */
  readonly figures: readonly ClosedFigure[];
  /** Names these numbers; given to `closeFiscalYear`, other numbers are refused. */
  readonly digest: string;
  /** Submissions received in the year that nobody has sorted yet. */
  readonly unsorted: number;
}

/** What closing a year would freeze, and what is still open. Throws `not_found`, `invalid_input` for a year that is neither the plan's nor closed. */
export async function previewClosing(deps: IndicatorDeps, planId: string, fiscalYear: number): Promise<ClosingPreview> {
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  const range = fiscalYearRange(fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const closed = await isClosed(store, planId, fiscalYear);
    if (!closed) checkPlanYear(plan, fiscalYear);
    const indicators = await store.indicatorsOf(planId);
    const order = closed ? null : outOfOrder(plan, indicators, await store.closings(planId), fiscalYear);
    const found = await figuresOf(store, plan, indicators, fiscalYear, day);
    const figures = found.map((figure) => closedFigure(figureOf(withoutList(figure, fiscalYear), fiscalYear)));
    const unsorted = await store.unsortedSubmissions(range);
    const over = day > range.last;
    return { plan, fiscalYear, over, outOfOrder: order, figures, digest: figuresDigest(figures), unsorted };
  });
}

async function isClosed(store: IndicatorStore, planId: string, fiscalYear: number): Promise<boolean> {
  return (await store.closings(planId)).some((closing) => closing.fiscalYear === fiscalYear);
}

/** A plan is closed for its own years; one without a period for any. Throws `invalid_input`. */
function checkPlanYear({ period }: Plan, fiscalYear: number): void {
  if (period === null || (fiscalYear >= period.first && fiscalYear <= period.last)) return;
  const years = `${fiscalYearLabel(period.first)}から${fiscalYearLabel(period.last)}まで`;
  const message = `${fiscalYearLabel(fiscalYear)}は計画の期間（${years}）の外なので、締める数はありません。`;
  throw new DomainError('invalid_input', message, [{ field: 'fiscalYear', message }]);
}

async function entryOf(store: IndicatorStore, plan: Plan, figure: Figure, fiscalYear: number): Promise<ClosingEntry> {
  return { ...withoutList(figure, fiscalYear), ...(await opinionsToClose(store, plan, figure, fiscalYear)) };
}

function withoutList(figure: Figure, fiscalYear: number): ClosingEntry {
  return {
    indicator: figure.indicator,
    yearValue: figure.yearly.find((y) => y.fiscalYear === fiscalYear)?.value ?? null,
    actual: figure.actual,
    achievement: figure.achievement,
    opinions: [],
    unlisted: [],
    sourceText: figure.typed?.sourceText ?? null,
  };
}
