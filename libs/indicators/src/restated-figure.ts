import { DomainError, today } from '@kotae/kernel';
import { closedDefinitions } from './closing';
import { opinionsToday } from './counted-value';
import type { CountedOpinion } from './facts';
import { figuresFrom } from './figures';
import { findIndicator, findPlan } from './find';
import { definitionsThen } from './kept-years';
import type { Indicator, Plan } from './model';
import type { IndicatorDeps } from './ports';
import { restatement, type Restatement } from './restatement';
import { readYearlyValues } from './yearly-values';

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
    const values = await readYearlyValues(store, plan, [{ indicators: then, fiscalYear }], today(deps.clock));
    const figure = figuresFrom(values, plan, then, fiscalYear, [], [frozen]).find(
      (f) => f.indicator.id === indicatorId,
    );
    if (figure === undefined) throw new DomainError('not_found', 'この指標は見つかりません。');
    const opinions = await opinionsToday(store, plan, figure, fiscalYear, frozen.unlisted ?? []);
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
