import { fiscalYearOf, type DayString } from '@kotae/kernel';
import { LOOK_BACK } from './formula';
import type { Indicator, Plan } from './model';
import type { IndicatorStore } from './ports';
import type { CountFilter } from './source';
import type { TypedValue } from './typed-value';
import type { YearValue } from './values';

/** Indicators, as somebody defines them, in a fiscal year. */
export interface Asked {
  readonly indicators: readonly Indicator[];
  readonly fiscalYear: number;
}

/** What was typed and counted for some questions: read once for each way of counting, however many years ask for it. */
export interface YearlyValues {
  typedOf(indicatorId: string): readonly TypedValue[];
  countedOf(indicator: Indicator, fiscalYear: number): YearValue[];
}

/** Reads what the questions need: the typed values in one statement, and one statement for each distinct filter. */
export async function readYearlyValues(
  store: IndicatorStore,
  plan: Plan,
  questions: readonly Asked[],
  today: DayString,
): Promise<YearlyValues> {
  const ids = new Set(questions.flatMap(({ indicators }) => indicators.map((i) => i.id)));
  const typed = Map.groupBy(await store.typedValues([...ids]), (value) => value.indicatorId);
  const wanted = new Map<string, { filter: CountFilter; first: number; last: number }>();
  for (const { indicators, fiscalYear } of questions)
    for (const indicator of indicators) {
      if (indicator.source.kind !== 'facts') continue;
      const { first, last } = yearsOf(indicator, plan, fiscalYear, today);
      if (last < first) continue;
      const known = wanted.get(sourceKey(indicator));
      wanted.set(sourceKey(indicator), {
        filter: indicator.source,
        first: Math.min(first, known?.first ?? first),
        last: Math.max(last, known?.last ?? last),
      });
    }
  const counts = new Map<string, ReadonlyMap<number, number>>();
  for (const [key, { filter, first, last }] of wanted)
    counts.set(key, new Map((await store.yearlyCounts(filter, first, last)).map((c) => [c.fiscalYear, c.count])));
  return {
    typedOf: (indicatorId) => typed.get(indicatorId) ?? [],
    countedOf: (indicator, fiscalYear) => {
      const { first, last } = yearsOf(indicator, plan, fiscalYear, today);
      const of = counts.get(sourceKey(indicator));
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
        fiscalYear: first + i,
        value: of?.get(first + i) ?? 0,
      }));
    },
  };
}

/** Names a way of counting, whatever the order of its parts. */
export function sourceKey({ source }: Pick<Indicator, 'source'>): string {
  return JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function yearsOf(indicator: Indicator, plan: Plan, fiscalYear: number, today: DayString) {
  const period = indicator.period ?? plan.period;
  const first = period?.first ?? fiscalYear - LOOK_BACK;
  // Years after the period add nothing to a sum.
  const end = indicator.mode === 'cumulative' ? (period?.last ?? fiscalYear) : fiscalYear;
  return { first, last: Math.min(end, fiscalYear, fiscalYearOf(today)) };
}
