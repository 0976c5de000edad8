import type { PlanView } from '@kotae/contracts';
import type { Indicator, Plan } from '@kotae/indicators';

export function planView(plan: Plan, indicators: readonly Indicator[]): PlanView {
  return {
    id: plan.id,
    name: plan.name,
    municipality: plan.municipality,
    own: plan.own,
    firstYear: plan.period?.first ?? null,
    lastYear: plan.period?.last ?? null,
    spokenOf: plan.period === null ? yearsSpokenOf(indicators) : null,
    notes: plan.notes.map((note) => note.japanese ?? note.text),
    indicatorCount: indicators.length,
  };
}

function yearsSpokenOf(indicators: readonly Indicator[]): PlanView['spokenOf'] {
  const years = indicators
    .flatMap(({ baseline, targets, period }) => [
      baseline?.asOf?.fiscalYear,
      ...targets.map(({ target }) => target.asOf?.fiscalYear),
      period?.first,
      period?.last,
    ])
    .filter((year) => year != null);
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}
