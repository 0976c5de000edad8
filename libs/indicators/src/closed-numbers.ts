import { today } from '@kotae/kernel';
import { definitionsThen } from './close-fiscal-year';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { findPlan } from './find';
import type { ClosedFigure } from './closing';
import type { Indicator, Plan } from './model';
import { tidy } from './numbers';
import type { ClosingSummary, IndicatorDeps, IndicatorStore } from './ports';

/** A closed number beside what is known today. */
export interface ClosedNumber {
  readonly indicatorId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly fiscalYear: number;
  readonly then: number | null;
  readonly thenWords: string;
  /** The same question asked again today, counted as it was then. */
  readonly now: number | null;
  /** now − then; null when one of them is unknown. */
  readonly difference: number | null;
  readonly restated: boolean;
  /** What today's way of counting gives for that year; null when the way is still the same. */
  readonly otherwise: { readonly value: number | null } | null;
  readonly counted: boolean;
}

export interface ClosedYear extends Omit<ClosingSummary, 'figures' | 'definitions'> {
  readonly numbers: readonly ClosedNumber[];
}

/** Every closed year of a plan, oldest first, with what has changed since. Throws `not_found`. */
export async function closedYears(deps: IndicatorDeps, planId: string): Promise<{ plan: Plan; years: ClosedYear[] }> {
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const present = await store.indicatorsOf(planId);
    const years: ClosedYear[] = [];
    for (const { figures: _figures, definitions: _definitions, ...head } of await store.closings(planId))
      years.push({ ...head, numbers: await numbersOf(deps, store, plan, present, head.fiscalYear) });
    return { plan, years };
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
  const closing = (await store.closings(plan.id)).find((c) => c.fiscalYear === fiscalYear);
  if (closing === undefined) return [];
  const day = today(deps.clock);
  const definitions = definitionsThen(closing.definitions, present);
  const again = await figuresOf(store, plan, definitions, fiscalYear, day);
  const changed = definitions.some((then) => isCountedOtherwise(then, present));
  const otherwise = changed ? await figuresOf(store, plan, present, fiscalYear, day) : [];
  const frozen = new Map(closing.figures.map((figure) => [figure.indicatorId, figure]));
  return again.flatMap((figure) => {
    const then = frozen.get(figure.indicator.id);
    if (then === undefined) return [];
    const other = isCountedOtherwise(figure.indicator, present)
      ? otherwise.find((f) => f.indicator.id === figure.indicator.id)
      : undefined;
    return [numberOf(then, figure, other, fiscalYear)];
  });
}

function numberOf(then: ClosedFigure, again: Figure, other: Figure | undefined, fiscalYear: number): ClosedNumber {
  const now = again.actual.value;
  return {
    indicatorId: then.indicatorId,
    name: then.name,
    unit: again.indicator.unit,
    fiscalYear,
    then: then.value,
    thenWords: then.words,
    now,
    difference: now === null || then.value === null ? null : tidy(now - then.value),
    restated: now !== then.value,
    otherwise: other === undefined ? null : { value: other.actual.value },
    counted: again.indicator.source.kind === 'facts',
  };
}

/** Whether the indicator is counted in another way today. */
function isCountedOtherwise(then: Indicator, present: readonly Indicator[]): boolean {
  const now = present.find((indicator) => indicator.id === then.id);
  if (now === undefined) return false;
  return now.mode !== then.mode || sourceKey(now) !== sourceKey(then);
}

function sourceKey({ source }: Indicator): string {
  return JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)));
}
