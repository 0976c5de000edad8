import { DomainError, fiscalYearMonths, fiscalYearRange } from '@kotae/kernel';
import { countedList, everyOf, lengthOf, pageOf } from './counted-list';
import type { CountedOpinion, DayRange } from './facts';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import { keptYears } from './kept-years';
import type { Indicator, Plan } from './model';
import type { IndicatorDeps, IndicatorStore, OpinionCursor, OpinionPage } from './ports';
import { countedRange, monthRange } from './ranges';
import type { CountFilter } from './source';
import type { UnlistedYear } from './unlisted-year';

/** Which number was clicked: the indicator's value, the year's bar, or one month's bar (`YYYY-MM`). */
export type NumberScope =
  { readonly kind: 'value' } | { readonly kind: 'year' } | { readonly kind: 'month'; readonly month: string };

interface Question {
  readonly indicatorId: string;
  readonly fiscalYear: number;
  readonly scope: NumberScope;
}

export interface BehindNumber extends OpinionPage {
  readonly indicator: Indicator;
  readonly plan: Plan;
  readonly range: DayRange;
  /** How many opinions stand behind the number, counted in the same state of the database as the page. */
  readonly total: number;
  /** What else is in the number, by year: with `total` it is the number itself. */
  readonly unlisted: readonly UnlistedYear[];
}

export const OPINIONS_PAGE_MAX = 200;

/**
 * A page of the opinions behind a number: of a closed year those that were frozen with it.
 * Throws `not_found`, `wrong_state` (no opinions stand behind it), `invalid_input`.
 */
export async function opinionsBehindNumber(
  deps: IndicatorDeps,
  question: Question & { readonly after?: OpinionCursor | null; readonly limit?: number },
): Promise<BehindNumber> {
  checkFiscalYear(question.fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const { list, ...found } = await listOf(store, question);
    const limit = Math.min(Math.max(1, question.limit ?? 50), OPINIONS_PAGE_MAX);
    const total = await lengthOf(store, list);
    return { ...found, total, unlisted: list.unlisted, ...(await pageOf(store, list, question.after ?? null, limit)) };
  });
}

/** Every opinion behind a number, for a file. Throws as `opinionsBehindNumber`. */
export async function allOpinionsBehindNumber(
  deps: IndicatorDeps,
  question: Question,
): Promise<{ indicator: Indicator; opinions: CountedOpinion[] }> {
  checkFiscalYear(question.fiscalYear);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const { indicator, list } = await listOf(store, question);
    return { indicator, opinions: await everyOf(store, list) };
  });
}

async function listOf(store: IndicatorStore, { indicatorId, fiscalYear, scope }: Question) {
  const present = await findIndicator(store, indicatorId);
  const plan = await findPlan(store, present.planId);
  const kept = keptYears(await store.closings(plan.id), indicatorId).find((k) => k.fiscalYear === fiscalYear);
  const isClosed = kept !== undefined && kept.figure.value !== null;
  const indicator = isClosed ? (kept.definition ?? present) : present;
  const filter = filterOf(indicator);
  const range = rangeOf(indicator, plan, fiscalYear, scope);
  const list = await countedList(store, plan, indicator, filter, range, isClosed ? fiscalYear : null);
  return { indicator, plan, range, list };
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
