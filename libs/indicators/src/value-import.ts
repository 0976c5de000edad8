import { createHash } from 'node:crypto';
import { DomainError, LIMITS, actorName, fiscalYearOf, newId, today, type Actor, type Clock } from '@kotae/kernel';
import { canonicalJson } from './canonical-json';
import { findPlan } from './find';
import type { FiscalPeriod, Indicator, Plan } from './model';
import type { IndicatorDeps, IndicatorStore } from './ports';
import { newestByYear, type TypedValue } from './typed-value';
import { readValueTable, refusalOf, type ValueChange, type ValueTable } from './value-table';
import type { TableLine } from './value-table-columns';

/** A table that was read, and the name of exactly what it would change now. */
export interface CheckedTable extends ValueTable {
  readonly plan: Plan;
  /** Hex SHA-256 over the changes with their old values: another state or another file has another one. */
  readonly checkId: string;
}

/** Years that a plan's table shows beside an indicator that takes values. */
export interface TableTemplate {
  readonly plan: Plan;
  readonly years: readonly number[];
  readonly rows: readonly { readonly indicator: Indicator; readonly values: readonly (number | null)[] }[];
}

const LOOK_BACK = 4;

/** The table of a plan to be filled in: indicators that take values, years that have begun, and what is known. Throws `not_found`. */
export async function valueTemplate(deps: IndicatorDeps, planId: string): Promise<TableTemplate> {
  const currentYear = fiscalYearOf(today(deps.clock));
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const indicators = (await store.indicatorsOf(planId)).filter((i) => refusalOf(i) === null);
    const typed = Map.groupBy(await store.typedValues(indicators.map((i) => i.id)), (v) => v.indicatorId);
    const known = [...typed.values()].flat().map((v) => v.fiscalYear);
    const years = templateYears(plan.period, known, currentYear);
    const rows = indicators.map((indicator) => {
      const newest = new Map(newestByYear(typed.get(indicator.id) ?? []).map((v) => [v.fiscalYear, v.value]));
      return { indicator, values: years.map((year) => newest.get(year) ?? null) };
    });
    return { plan, years, rows };
  });
}

/** What a table would do, line by line, without doing it. Throws `not_found`. */
export async function checkValueTable(
  deps: IndicatorDeps,
  question: { readonly planId: string; readonly table: readonly TableLine[] },
): Promise<CheckedTable> {
  return deps.unitOfWork.run(({ indicators }) => checked(indicators, deps.clock, question));
}

/**
 * Takes a checked table over, all of it or nothing; the newest values count and the earlier ones stay. A table that changes
 * nothing (any more) is accepted and writes nothing, so that sending it twice does no harm.
 * Throws `not_found`, `invalid_input` (lines are wrong, a year was closed meanwhile, no source), `stale` (the values are not those that were checked).
 */
export async function importValueTable(
  deps: IndicatorDeps,
  actor: Actor,
  order: {
    readonly planId: string;
    readonly table: readonly TableLine[];
    readonly checkId: string;
    readonly sourceText: string;
  },
): Promise<{ readonly imported: number; readonly unchanged: number }> {
  const sourceText = order.sourceText.trim();
  checkSourceText(sourceText);
  return deps.unitOfWork.alone(order.planId, async ({ indicators }) => {
    const table = await checked(indicators, deps.clock, order);
    if (table.problems.length > 0)
      throw new DomainError('invalid_input', '直すところがあるため、取り込めません。もう一度確かめてください。', [
        { field: 'file', message: '直すところがある行があります。' },
      ]);
    const changes = table.changes.filter((change) => change.kind !== 'unchanged');
    const unchanged = table.changes.length - changes.length;
    if (changes.length === 0) return { imported: 0, unchanged };
    if (table.checkId !== order.checkId)
      throw new DomainError(
        'stale',
        '確かめたあとに、ほかの人が値を変えました。何が変わるかを、もう一度確かめてください。',
      );
    const now = deps.clock.now();
    await indicators.appendTypedValues(changes.map((change) => valueOf(change, sourceText, actor, now)));
    return { imported: changes.length, unchanged };
  });
}

async function checked(
  store: IndicatorStore,
  clock: Clock,
  { planId, table }: { readonly planId: string; readonly table: readonly TableLine[] },
): Promise<CheckedTable> {
  const plan = await findPlan(store, planId);
  const indicators = await store.indicatorsOf(planId);
  const read = readValueTable(table, {
    indicators,
    typed: await store.typedValues(indicators.map((i) => i.id)),
    closings: await store.closings(planId),
    currentYear: fiscalYearOf(today(clock)),
  });
  return { ...read, plan, checkId: checkIdOf(planId, read.changes) };
}

function checkIdOf(planId: string, changes: readonly ValueChange[]): string {
  const named = changes
    .filter((change) => change.kind !== 'unchanged')
    .map(({ indicatorId, fiscalYear, before, after, sourceText }) => [
      indicatorId,
      fiscalYear,
      before,
      after,
      sourceText,
    ]);
  return createHash('sha256')
    .update(canonicalJson([planId, named]), 'utf8')
    .digest('hex');
}

function checkSourceText(sourceText: string): void {
  const length = [...sourceText].length;
  if (length > 0 && length <= LIMITS.valueSource) return;
  throw new DomainError('invalid_input', '入力を確かめてください。', [
    {
      field: 'sourceText',
      message:
        length === 0
          ? 'どこから得た数字かを書いてください（例：令和7年度 対話事業アンケート集計）。'
          : `${LIMITS.valueSource}文字以内で書いてください（いま${length}文字）。`,
    },
  ]);
}

function valueOf(change: ValueChange, sourceText: string, actor: Actor, now: Date): TypedValue {
  return {
    id: newId(now.getTime()),
    indicatorId: change.indicatorId,
    fiscalYear: change.fiscalYear,
    value: change.after,
    printed: null,
    sourceText: change.sourceText ?? sourceText,
    origin: 'imported',
    author: actorName(actor),
    authorId: actor.kind === 'staff' ? actor.staffId : null,
    recordedAt: now,
  };
}

function templateYears(period: FiscalPeriod | null, known: readonly number[], currentYear: number): number[] {
  const last = Math.min(period?.last ?? currentYear, currentYear);
  const first = Math.min(period?.first ?? currentYear - LOOK_BACK, last);
  const planned = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return [...new Set([...planned, ...known])].filter((year) => year <= currentYear).sort((a, b) => a - b);
}
