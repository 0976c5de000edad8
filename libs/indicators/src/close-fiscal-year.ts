import { DomainError, actorName, dayOf, fiscalYearLabel, fiscalYearRange, today, type Actor } from '@kotae/kernel';
import { allOpinionsBehind } from './behind-number';
import { freezeYear, type ClosingEntry, type FrozenYear } from './closing';
import type { CountedOpinion } from './facts';
import { figuresOf, type Figure } from './figures';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import type { Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';
import { countedRange } from './ranges';
import { restatement, type Restatement } from './restatement';

/**
 * Freezes the numbers of a plan's fiscal year with the opinions behind them; once, and only when the year is over.
 * Throws `not_found`, `invalid_input`, `wrong_state` (the year is not over), `conflict` (closed already),
 * `stale` (a number and its list were read from different states: try again).
 */
export async function closeFiscalYear(
  deps: IndicatorDeps,
  actor: Actor,
  input: { readonly planId: string; readonly fiscalYear: number },
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
    const frozen = freezeYear({ planId, fiscalYear, closedAt, closedBy: actorName(actor), entries });
    await store.appendClosing(frozen);
    return frozen;
  });
}

/**
 * A closed figure then and now, with the opinions that make the difference.
 * Throws `not_found` when the indicator is unknown or the year was never closed with it.
 */
export async function restatementOf(
  deps: IndicatorDeps,
  indicatorId: string,
  fiscalYear: number,
): Promise<Restatement> {
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const indicator = await findIndicator(store, indicatorId);
    const plan = await findPlan(store, indicator.planId);
    const closing = await store.closing(plan.id, fiscalYear);
    const frozen = closing?.content.figures.find((f) => f.indicatorId === indicatorId);
    if (frozen === undefined) throw new DomainError('not_found', 'この年度はまだ締められていません。');
    const all = await store.indicatorsOf(plan.id);
    const figures = await figuresOf(store, plan, all, fiscalYear, today(deps.clock));
    const figure = figures.find((f) => f.indicator.id === indicatorId);
    if (figure === undefined) throw new DomainError('not_found', 'この指標は見つかりません。');
    const opinions = await opinionsOf(store, plan, figure, fiscalYear);
    return restatement(frozen, { value: figure.actual.value, opinions });
  });
}

async function entryOf(store: IndicatorStore, plan: Plan, figure: Figure, fiscalYear: number): Promise<ClosingEntry> {
  return {
    indicator: figure.indicator,
    yearValue: figure.yearly.find((y) => y.fiscalYear === fiscalYear)?.value ?? null,
    actual: figure.actual,
    achievement: figure.achievement,
    opinions: await opinionsOf(store, plan, figure, fiscalYear),
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
