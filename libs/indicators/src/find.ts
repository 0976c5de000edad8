import { DomainError } from '@kotae/kernel';
import type { Indicator, Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';

/** The plan, or `not_found`. */
export async function findPlan(store: IndicatorStore, planId: string): Promise<Plan> {
  const plan = await store.plan(planId);
  if (plan === null) throw new DomainError('not_found', 'この計画は見つかりません。');
  return plan;
}

/** The indicator, or `not_found`. */
export async function findIndicator(store: IndicatorStore, indicatorId: string): Promise<Indicator> {
  const indicator = await store.indicator(indicatorId);
  if (indicator === null) throw new DomainError('not_found', 'この指標は見つかりません。');
  return indicator;
}

/** Alone among those who write to the indicator's plan; the indicator is as the one before has left it. Throws `not_found`. */
export async function aloneWith<T>(
  { unitOfWork }: IndicatorDeps,
  indicatorId: string,
  work: (store: IndicatorStore, indicator: Indicator) => Promise<T>,
): Promise<T> {
  // Which plan it belongs to never changes.
  const { planId } = await unitOfWork.run(({ indicators }) => findIndicator(indicators, indicatorId));
  return unitOfWork.alone(planId, async ({ indicators: store }) =>
    work(store, await findIndicator(store, indicatorId)),
  );
}

/** Fiscal years a person may mean: 昭和64年度 to the far end of any plan. Throws `invalid_input`. */
export function checkFiscalYear(fiscalYear: number): void {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1988 || fiscalYear > 2100)
    throw new DomainError('invalid_input', '年度を確かめてください。', [
      { field: 'fiscalYear', message: '年度を西暦4桁で選んでください。' },
    ]);
}
