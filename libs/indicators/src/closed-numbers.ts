import { today, type DayString } from '@kotae/kernel';
import type { ClosedFigure } from './closing';
import type { Figure } from './figure';
import { figuresFrom } from './figures';
import { findIndicator, findPlan } from './find';
import { definitionsThen } from './kept-years';
import type { Indicator, IndicatorMode, Plan } from './model';
import { tidy } from './numbers';
import type { ClosingHead, ClosingSummary, IndicatorDeps, IndicatorStore } from './ports';
import { judgedUnit, yearUnit } from './units';
import { readYearlyValues, sourceKey } from './yearly-values';

/** A closed number beside what is known today. */
export interface ClosedNumber {
  readonly indicatorId: string;
  readonly name: string;
  /** Of `then` and `now`: what the year was judged by, with the years before it where it is cumulative. */
  readonly unit: string | null;
  readonly mode: IndicatorMode;
  readonly fiscalYear: number;
  readonly then: number | null;
  readonly thenWords: string;
  /** The same question asked again today, counted as it was then. */
  readonly now: number | null;
  /** What the year itself brought, then and now, with its unit. */
  readonly yearThen: number | null;
  readonly yearNow: number | null;
  readonly yearUnit: string | null;
  /** now − then; null when one of them is unknown. */
  readonly difference: number | null;
  readonly restated: boolean;
  /** What today's way of counting gives for that year; null when the way is still the same. */
  readonly otherwise: { readonly value: number | null } | null;
  readonly counted: boolean;
}

export interface ClosedYear extends ClosingHead {
  readonly numbers: readonly ClosedNumber[];
}

/** Every closed year of a plan, oldest first, with what has changed since. Throws `not_found`. */
export async function closedYears(deps: IndicatorDeps, planId: string): Promise<{ plan: Plan; years: ClosedYear[] }> {
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const present = await store.indicatorsOf(planId);
    const closings = await store.closings(planId);
    return { plan, years: await thenAndNow(store, plan, present, closings, today(deps.clock)) };
  });
}

/**
 * The closed years of one indicator, oldest first. However many years and neighbours there are, its values are read in one
 * statement for each way in which it was ever counted. Throws `not_found`.
 */
export async function closedYearsOf(deps: IndicatorDeps, indicatorId: string): Promise<ClosedYear[]> {
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const { planId } = await findIndicator(store, indicatorId);
    const plan = await findPlan(store, planId);
    const present = await store.indicatorsOf(planId);
    const closings = (await store.closings(planId)).filter((c) => c.figures.some((f) => f.indicatorId === indicatorId));
    const alone = closings.map((closing) => ({
      ...closing,
      figures: closing.figures.filter((figure) => figure.indicatorId === indicatorId),
      definitions: partsOf(indicatorId, closing.definitions),
    }));
    return thenAndNow(store, plan, partsOf(indicatorId, present), alone, today(deps.clock));
  });
}

/** The numbers of one closed year, then and now; none for a year that is open. */
export async function numbersOf(
  deps: IndicatorDeps,
  store: IndicatorStore,
  plan: Plan,
  present: readonly Indicator[],
  fiscalYear: number,
): Promise<ClosedNumber[]> {
  const closings = (await store.closings(plan.id)).filter((c) => c.fiscalYear === fiscalYear);
  const [year] = await thenAndNow(store, plan, present, closings, today(deps.clock));
  return year?.numbers.slice() ?? [];
}

async function thenAndNow(
  store: IndicatorStore,
  plan: Plan,
  present: readonly Indicator[],
  closings: readonly ClosingSummary[],
  day: DayString,
): Promise<ClosedYear[]> {
  const years = closings.map(({ figures, definitions, months: _months, ...head }) => {
    const then = definitionsThen(definitions, present);
    const changed = then.some((definition) => isCountedOtherwise(definition, present));
    return { head, figures, then, now: changed ? present : [] };
  });
  const asked = years.flatMap(({ head: { fiscalYear }, then, now }) => [
    { fiscalYear, indicators: then },
    { fiscalYear, indicators: now },
  ]);
  const values = await readYearlyValues(store, plan, asked, day);
  return years.map(({ head, figures, then, now }) => {
    const again = figuresFrom(values, plan, then, head.fiscalYear, [], figures);
    const otherwise = figuresFrom(values, plan, now, head.fiscalYear, []);
    const numbers = again.flatMap((figure) => {
      const frozen = figures.find((f) => f.indicatorId === figure.indicator.id);
      if (frozen === undefined) return [];
      const other = isCountedOtherwise(figure.indicator, present)
        ? otherwise.find((f) => f.indicator.id === figure.indicator.id)
        : undefined;
      return [numberOf(frozen, figure, other, head.fiscalYear)];
    });
    return { ...head, numbers };
  });
}

/** An indicator and what it is made of, and what that is made of. */
function partsOf(indicatorId: string, all: readonly Indicator[]): Indicator[] {
  const wanted = new Set([indicatorId]);
  // A set grows while it is walked through.
  for (const id of wanted) {
    const source = all.find((indicator) => indicator.id === id)?.source;
    if (source?.kind === 'formula') for (const part of source.indicatorIds) wanted.add(part);
  }
  return all.filter((indicator) => wanted.has(indicator.id));
}

function numberOf(then: ClosedFigure, again: Figure, other: Figure | undefined, fiscalYear: number): ClosedNumber {
  const now = again.actual.value;
  return {
    indicatorId: then.indicatorId,
    name: then.name,
    unit: judgedUnit(again.indicator),
    mode: again.indicator.mode,
    fiscalYear,
    then: then.value,
    thenWords: then.words,
    now,
    yearThen: then.yearValue,
    yearNow: again.yearly.find((year) => year.fiscalYear === fiscalYear)?.value ?? null,
    yearUnit: yearUnit(again.indicator),
    difference: now === null || then.value === null ? null : tidy(now - then.value),
    restated: now !== then.value,
    otherwise: other === undefined ? null : { value: other.actual.value },
    counted: again.indicator.source.kind === 'facts',
  };
}

/** Whether the indicator is counted in another way among the others. */
function isCountedOtherwise(one: Indicator, others: readonly Indicator[]): boolean {
  const other = others.find((indicator) => indicator.id === one.id);
  if (other === undefined) return false;
  return other.mode !== one.mode || sourceKey(other) !== sourceKey(one);
}
