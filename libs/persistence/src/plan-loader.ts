import { demoCityPlan, readPlans, type PlansFile } from '@kotae/indicators';
import type { EntityManager } from 'typeorm';
import { PgIndicatorStore } from './indicator-store';

/**
 * Writes the demo city's own plan and the five printed plans of data/plans.json, programmes and indicators with them.
 * What is there already stays as it is, so it may run at every start. Throws `invalid_input` for a file that does not fit.
 */
export async function loadPlans(tx: EntityManager, plansFile: PlansFile): Promise<void> {
  const store = new PgIndicatorStore(tx);
  await store.addPlans(demoCityPlan());
  await store.addPlans(readPlans(plansFile));
}
