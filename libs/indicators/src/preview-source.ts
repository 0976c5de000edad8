import { today, type DayString } from '@kotae/kernel';
import type { Achievement } from './achievement';
import { withSource } from './change-definition';
import { figuresOf } from './figures';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import { actualIn } from './formula';
import type { Indicator, IndicatorMode, Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';
import type { IndicatorSource } from './source';
import { countingSentence } from './source-words';
import type { ActualValue } from './values';

/** What a way of counting gives, year by year, before anybody saves it. */
export interface CountingPreview {
  readonly sentence: string;
  readonly yearly: readonly {
    readonly fiscalYear: number;
    readonly value: number | null;
    /** What the indicator would be judged by in that year. */
    readonly actual: number | null;
  }[];
  readonly actual: ActualValue;
  readonly achievement: Achievement;
}

/**
 * An indicator counted as it is and as it might be, over the same facts and at the cost of its dashboard line.
 * Throws `not_found`, `invalid_input` as `changeSource` would.
 */
export async function previewSource(
  deps: IndicatorDeps,
  indicatorId: string,
  change: { readonly source: IndicatorSource; readonly mode: IndicatorMode },
  fiscalYear: number,
): Promise<{ readonly present: CountingPreview; readonly changed: CountingPreview }> {
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const present = await findIndicator(store, indicatorId);
    const plan = await findPlan(store, present.planId);
    const all = await store.indicatorsOf(plan.id);
    const changed = withSource(present, plan, all, change);
    return {
      present: await previewOf(store, plan, all, present, fiscalYear, day),
      changed: await previewOf(store, plan, all, changed, fiscalYear, day),
    };
  });
}

async function previewOf(
  store: IndicatorStore,
  plan: Plan,
  all: readonly Indicator[],
  indicator: Indicator,
  fiscalYear: number,
  day: DayString,
): Promise<CountingPreview> {
  const asIfSaved = all.map((other) => (other.id === indicator.id ? indicator : other));
  // Only a formula is made of its neighbours; anything else stands for itself.
  const needed = indicator.source.kind === 'formula' ? asIfSaved : [indicator];
  const figure = (await figuresOf(store, plan, needed, fiscalYear, day)).find((f) => f.indicator.id === indicator.id)!;
  const nameOf = (id: string) => all.find((other) => other.id === id)?.name ?? id;
  const period = indicator.period ?? plan.period;
  return {
    sentence: countingSentence(indicator, period, await store.sourceNames(), nameOf),
    yearly: figure.yearly.map(({ fiscalYear: year, value }) => ({
      fiscalYear: year,
      value,
      actual: actualIn(indicator, plan, figure.yearly, year).value,
    })),
    actual: figure.actual,
    achievement: figure.achievement,
  };
}
