import type { PlanView } from '@kotae/contracts';
import type { Plan } from '@kotae/indicators';

export function planView(plan: Plan, indicatorCount: number): PlanView {
  return {
    id: plan.id,
    name: plan.name,
    municipality: plan.municipality,
    own: plan.own,
    firstYear: plan.period?.first ?? null,
    lastYear: plan.period?.last ?? null,
    notes: plan.notes.map((note) => note.japanese ?? note.text),
    indicatorCount,
  };
}
