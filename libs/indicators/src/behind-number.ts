import { DomainError, fiscalYearMonths, fiscalYearOf, fiscalYearRange } from '@kotae/kernel';
import type { CountedOpinion, DayRange } from './facts';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import type { Indicator, Plan } from './model';
import type { IndicatorDeps, IndicatorStore, OpinionCursor, OpinionPage } from './ports';
import { countedRange, monthRange } from './ranges';
import type { CountFilter } from './source';

/** Which number was clicked: the indicator's value, the year's bar, or one month's bar (`YYYY-MM`). */
export type NumberScope =
  { readonly kind: 'value' } | { readonly kind: 'year' } | { readonly kind: 'month'; readonly month: string };

export interface BehindNumber extends OpinionPage {
  readonly indicator: Indicator;
  readonly plan: Plan;
  readonly range: DayRange;
  /** The number itself, counted in the same state of the database as the page. */
  readonly total: number;
}

export const OPINIONS_PAGE_MAX = 200;

/** A page of the opinions behind a number. Throws `not_found`, `wrong_state` (no opinions stand behind it), `invalid_input`. */
export async function opinionsBehindNumber(
  deps: IndicatorDeps,
  question: {
    indicatorId: string;
    fiscalYear: number;
    scope: NumberScope;
    after?: OpinionCursor | null;
    limit?: number;
  },
): Promise<BehindNumber> {
  checkFiscalYear(question.fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const indicator = await findIndicator(store, question.indicatorId);
    const plan = await findPlan(store, indicator.planId);
    const filter = filterOf(indicator);
    const range = rangeOf(indicator, plan, question.fiscalYear, question.scope);
    const limit = Math.min(Math.max(1, question.limit ?? 50), OPINIONS_PAGE_MAX);
    const total = await numberOf(store, filter, range, question);
    const page = await store.opinionsBehind(filter, range, question.after ?? null, limit);
    return { indicator, plan, range, total, ...page };
  });
}

/** Every opinion behind a number, for a file. Throws as `opinionsBehindNumber`. */
export async function allOpinionsBehindNumber(
  deps: IndicatorDeps,
  question: { indicatorId: string; fiscalYear: number; scope: NumberScope },
): Promise<{ indicator: Indicator; opinions: CountedOpinion[] }> {
  checkFiscalYear(question.fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const indicator = await findIndicator(store, question.indicatorId);
    const plan = await findPlan(store, indicator.planId);
    const range = rangeOf(indicator, plan, question.fiscalYear, question.scope);
    return { indicator, opinions: await allOpinionsBehind(store, filterOf(indicator), range) };
  });
}

/** What the chart and the table show for this scope, from the same roll-up as they. */
async function numberOf(
  store: IndicatorStore,
  filter: CountFilter,
  range: DayRange,
  question: { readonly fiscalYear: number; readonly scope: NumberScope },
): Promise<number> {
  if (question.scope.kind === 'month') {
    const { month } = question.scope;
    const months = await store.monthlyCounts(filter, question.fiscalYear);
    return months.find((m) => m.month === month)?.count ?? 0;
  }
  const years = await store.yearlyCounts(filter, fiscalYearOf(range.first), fiscalYearOf(range.last));
  return years.reduce((sum, year) => sum + year.count, 0);
}

/** Every opinion behind a filter and range, page by page. */
export async function allOpinionsBehind(
  store: IndicatorStore,
  filter: CountFilter,
  range: DayRange,
): Promise<CountedOpinion[]> {
  const all: CountedOpinion[] = [];
  let after: OpinionCursor | null = null;
  do {
    const page: OpinionPage = await store.opinionsBehind(filter, range, after, 1000);
    for (const item of page.items) all.push(item);
    after = page.next;
  } while (after !== null);
  return all;
}

function filterOf(indicator: Indicator): CountFilter {
  if (indicator.source.kind !== 'facts')
    throw new DomainError(
      'wrong_state',
      'この指標は意見から数えたものではないため、もとになる意見の一覧はありません。',
    );
  return indicator.source;
}

function rangeOf(indicator: Indicator, plan: Plan, fiscalYear: number, scope: NumberScope): DayRange {
  if (scope.kind === 'year') return fiscalYearRange(fiscalYear);
  if (scope.kind === 'month') {
    if (!fiscalYearMonths(fiscalYear).includes(scope.month))
      throw new DomainError('invalid_input', '月を確かめてください。', [
        { field: 'month', message: 'この年度の月を選んでください。' },
      ]);
    return monthRange(scope.month);
  }
  const range = countedRange(indicator.mode, fiscalYear, indicator.period ?? plan.period);
  if (range === null) throw new DomainError('wrong_state', 'この年度には、まだ数えた意見がありません。');
  return range;
}
