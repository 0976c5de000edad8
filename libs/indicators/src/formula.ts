import { fiscalYearLabel } from '@kotae/kernel';
import { achievementOf, type Achievement } from './achievement';
import type { Figure } from './figure';
import { keptYears, withKept, type KeptYear } from './kept-years';
import type { FiscalPeriod, Indicator, Plan } from './model';
import type { ClosingSummary } from './ports';
import { tidy } from './numbers';
import { meanAchievement, shareMet, type ShareMet } from './share-met';
import type { FormulaOp, IndicatorSource } from './source';
import { actualFor, type ActualValue, type YearValue } from './values';

type FormulaSource = Extract<IndicatorSource, { kind: 'formula' }>;

/** How many years a chart looks back when the plan prints no period. */
export const LOOK_BACK = 4;

/** Ops that judge their indicators in a year; their value is that year's own, whatever the mode. */
const JUDGES: readonly FormulaOp[] = ['share_met', 'mean_achievement'];

/**
 * Formula indicators in an order in which each comes after those it is made of. What lies on a circle (the use cases refuse
 * to make one) is left out.
 */
export function inDependencyOrder(indicators: readonly Indicator[]): Indicator[] {
  const byId = new Map(indicators.map((i) => [i.id, i]));
  const state = new Map<string, 'open' | 'done' | 'circle'>();
  const order: Indicator[] = [];
  const visit = (indicator: Indicator): boolean => {
    const known = state.get(indicator.id);
    if (known !== undefined) return known === 'done';
    if (indicator.source.kind !== 'formula') return true;
    state.set(indicator.id, 'open');
    const sound = indicator.source.indicatorIds
      .flatMap((id) => byId.get(id) ?? [])
      .map(visit)
      .every(Boolean);
    state.set(indicator.id, sound ? 'done' : 'circle');
    if (sound) order.push(indicator);
    return sound;
  };
  for (const indicator of indicators) visit(indicator);
  return order;
}

/** The actual of an indicator in a year, from its yearly figures. */
export function actualIn(indicator: Indicator, plan: Plan, yearly: readonly YearValue[], year: number): ActualValue {
  const { source } = indicator;
  if (source.kind !== 'formula' || !JUDGES.includes(source.op))
    return actualFor(indicator.mode, yearly, year, indicator.period ?? plan.period);
  return judgedValue(yearly.find((y) => y.fiscalYear === year)?.value ?? null, year, null);
}

/** A formula indicator from the figures of the others, for every year up to `fiscalYear` that is not closed. */
export function formulaFigure(
  indicator: Indicator,
  plan: Plan,
  others: ReadonlyMap<string, Figure>,
  fiscalYear: number,
  closings: readonly ClosingSummary[],
): Figure {
  if (indicator.source.kind !== 'formula') throw new RangeError(`${indicator.id} is no formula`);
  const { source } = indicator;
  const parts = source.indicatorIds.map((id) => others.get(id) ?? null);
  const closed = new Map(source.indicatorIds.map((id) => [id, keptYears(closings, id)]));
  const years = yearsOf(indicator.period ?? plan.period, fiscalYear);
  const judged = JUDGES.includes(source.op);
  const shares = new Map(years.map((year) => [year, judged ? judgement(source, parts, plan, year, closed) : null]));
  const computed = years.map((year): YearValue => {
    const share = shares.get(year) ?? null;
    return { fiscalYear: year, value: share === null ? combined(source.op, parts, year) : share.value };
  });
  const { yearly, closedYears } = withKept(computed, keptYears(closings, indicator.id), fiscalYear, indicator.mode);
  const share = shares.get(fiscalYear) ?? null;
  const actual = share
    ? judgedValue(share.value, fiscalYear, share.why)
    : actualIn(indicator, plan, yearly, fiscalYear);
  const achievement = achievementOf(indicator, actual, fiscalYear);
  return { indicator, yearly, closedYears, actual, achievement, typed: null, typedYears: [], share, asClosed: null };
}

/** What stands on a circle has no value. */
export function circularFigure(indicator: Indicator, fiscalYear: number): Figure {
  const why = '計算のもとの指標がぐるりと回って自分に戻るため、計算できません。';
  const actual = judgedValue(null, fiscalYear, why);
  const achievement = achievementOf(indicator, actual, fiscalYear);
  return {
    indicator,
    yearly: [],
    closedYears: [],
    actual,
    achievement,
    typed: null,
    typedYears: [],
    share: null,
    asClosed: null,
  };
}

/** Parts are judged as they were when their year was closed; of open years as they stand. */
function judgement(
  source: FormulaSource,
  parts: readonly (Figure | null)[],
  plan: Plan,
  year: number,
  closed: ReadonlyMap<string, readonly KeptYear[]>,
): ShareMet {
  // A repeated indicator (再掲) counts once.
  const once = parts.filter((part) => {
    const first = part?.indicator.duplicateOf ?? null;
    return first === null || !source.indicatorIds.includes(first);
  });
  const judged = once.map((part): Pick<Achievement, 'met' | 'percent'> => {
    if (part === null) return { met: null, percent: null };
    const then = closed.get(part.indicator.id)?.find((k) => k.fiscalYear === year)?.figure;
    if (then !== undefined && then.value !== null) return then;
    return achievementOf(part.indicator, actualIn(part.indicator, plan, part.yearly, year), year);
  });
  return source.op === 'mean_achievement' ? meanAchievement(judged) : shareMet(judged);
}

/** Sum and ratio are made of the years' own figures; one that is missing leaves the result unknown. */
function combined(op: FormulaOp, parts: readonly (Figure | null)[], year: number): number | null {
  const values = parts.map((part) => part?.yearly.find((y) => y.fiscalYear === year)?.value ?? null);
  if (values.some((value) => value === null)) return null;
  const known = values.map((value) => value ?? 0);
  if (op === 'sum') return tidy(known.reduce((sum, value) => sum + value, 0));
  const [over = 0, under = 0] = known;
  return under === 0 ? null : tidy((over / under) * 100);
}

function yearsOf(period: FiscalPeriod | null, fiscalYear: number): number[] {
  const first = Math.min(period?.first ?? fiscalYear - LOOK_BACK, fiscalYear);
  return Array.from({ length: fiscalYear - first + 1 }, (_, i) => first + i);
}

function judgedValue(value: number | null, fiscalYear: number, why: string | null): ActualValue {
  const label = fiscalYearLabel(fiscalYear);
  return {
    value,
    basis: `${label}の値`,
    years: value === null ? [] : [fiscalYear],
    previous: null,
    why: value === null ? (why ?? `${label}の値がまだありません。`) : null,
  };
}
