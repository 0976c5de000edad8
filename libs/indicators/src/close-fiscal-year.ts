import { DomainError, actorName, dayOf, fiscalYearLabel, fiscalYearRange, today, type Actor } from '@kotae/kernel';
import { allOpinionsBehind } from './behind-number';
import {
  closedDefinitions,
  closedFigure,
  figureOf,
  figuresDigest,
  freezeYear,
  type ClosedFigure,
  type ClosingEntry,
  type FrozenYear,
} from './closing';
import type { CountedOpinion } from './facts';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import type { Indicator, Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';
import { countedRange } from './ranges';
import { restatement, type Restatement } from './restatement';

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
  const closedAt = deps.clock.now();
  const label = fiscalYearLabel(fiscalYear);
  if (dayOf(closedAt) <= fiscalYearRange(fiscalYear).last)
    throw new DomainError('wrong_state', `${label}はまだ終わっていないため、締められません。`);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
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

/**
 * A closed figure then and now, with the opinions that make the difference. Now is the same question asked again: counted
 * as the indicator was defined when the year was closed.
 * Throws `not_found` when the indicator is unknown or the year was never closed with it.
 */
export async function restatementOf(
  deps: IndicatorDeps,
  indicatorId: string,
  fiscalYear: number,
): Promise<Restatement> {
  return (await restatedFigure(deps, indicatorId, fiscalYear)).restatement;
}

/** A restatement with the opinions of both times, and how the indicator was defined then. */
export interface RestatedFigure {
  readonly plan: Plan;
  readonly definition: Indicator;
  readonly closedAt: Date;
  readonly restatement: Restatement;
  readonly then: readonly CountedOpinion[];
  readonly now: readonly CountedOpinion[];
}

/** Throws as `restatementOf`. */
export async function restatedFigure(
  deps: IndicatorDeps,
  indicatorId: string,
  fiscalYear: number,
): Promise<RestatedFigure> {
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const indicator = await findIndicator(store, indicatorId);
    const plan = await findPlan(store, indicator.planId);
    const closing = await store.closing(plan.id, fiscalYear);
    const frozen = closing?.content.figures.find((f) => f.indicatorId === indicatorId);
    if (frozen === undefined) throw new DomainError('not_found', 'この年度はまだ締められていません。');
    const then = definitionsThen(closing === null ? [] : closedDefinitions(closing), await store.indicatorsOf(plan.id));
    const figures = await figuresOf(store, plan, then, fiscalYear, today(deps.clock));
    const figure = figures.find((f) => f.indicator.id === indicatorId);
    if (figure === undefined) throw new DomainError('not_found', 'この指標は見つかりません。');
    const opinions = await opinionsOf(store, plan, figure, fiscalYear);
    return {
      plan,
      definition: figure.indicator,
      closedAt: new Date(closing?.content.closedAt ?? 0),
      restatement: restatement(frozen, { value: figure.actual.value, opinions }),
      then: frozen.opinions,
      now: opinions,
    };
  });
}

/** The plan's indicators as a closing kept them; where it kept none, as they are. */
export function definitionsThen(kept: readonly Indicator[], present: readonly Indicator[]): Indicator[] {
  if (kept.length === 0) return [...present];
  return kept.toSorted((a, b) => a.order - b.order);
}

async function entryOf(store: IndicatorStore, plan: Plan, figure: Figure, fiscalYear: number): Promise<ClosingEntry> {
  return { ...withoutList(figure, fiscalYear), opinions: await opinionsOf(store, plan, figure, fiscalYear) };
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

/** The list behind a counted value; a number that its list does not bear out is never written down. */
async function opinionsOf(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
): Promise<readonly CountedOpinion[]> {
  const { indicator, actual, yearly } = figure;
  if (indicator.source.kind !== 'facts') return [];
  const range = countedRange(indicator.mode, fiscalYear, indicator.period ?? plan.period);
  if (range === null) return [];
  const ofYear = yearly.find((y) => y.fiscalYear === fiscalYear)?.value ?? null;
  const counted = indicator.mode === 'cumulative' ? actual.value : ofYear;
  if (counted === null) return [];
  const opinions = await allOpinionsBehind(store, indicator.source, range);
  if (counted !== opinions.length)
    throw new DomainError('stale', '数えている間に意見の状態が変わりました。もう一度お試しください。');
  return opinions;
}
