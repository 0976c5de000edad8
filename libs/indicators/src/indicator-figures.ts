import { fiscalYearOf, fiscalYearRange, today, type DayString } from '@kotae/kernel';
import { monthlyChart, yearlyChart } from './chart';
import { currentValue, type CurrentValue } from './current-value';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findIndicator, findPlan } from './find';
import { INDICATOR_MODE_LABELS, printed, targetFor, type Indicator, type Plan, type Target } from './model';
import type { IndicatorDeps, IndicatorStore, MonthCount } from './ports';
import { needsNames, sourceWords, type SourceNames } from './source-words';
import { judgedUnit, yearUnit } from './units';

/** One indicator as it is shown, inside the city hall and in public: plain data, whitelisted, ready to be answered. */
export interface IndicatorFigures {
  id: string;
  planId: string;
  planName: string;
  name: string;
  /** Of what is judged: `current`, target, baseline. */
  unit: string;
  /** Of `yearly` and `monthly`: what a year brought. Another than `unit` where growth is judged. */
  yearUnit: string;
  /** As printed; null when nothing is. */
  printed: { baseline: string | null; target: string | null };
  baseline: { value: number | null; asOf: string | null };
  target: { value: number | null; asOf: string | null };
  /** How yearly values combine: 「単年」「５カ年の累計」… */
  modeWords: string;
  sourceKind: 'facts' | 'typed' | 'imported' | 'formula' | 'none';
  sourceWords: string;
  /** What the indicator is judged by in the chosen year; null for a year that has not begun. */
  current: (CurrentValue & { asOf: DayString }) | null;
  achievement: {
    formula: string;
    formulaName: string;
    percent: number | null;
    met: boolean | null;
    words: string;
    why: string | null;
  };
  yearly: {
    fiscalYear: number;
    value: number | null;
    cumulative: number | null;
    sourceText: string | null;
    closed: boolean;
  }[];
  /** What stands beside typed values, newest of each year, ascending. Inside the city hall only. */
  typed: { fiscalYear: number; printed: string | null; author: string }[];
  /** Months of the chosen year that have begun; empty where nothing is counted. */
  monthly: { month: string; value: number }[];
  notes: string[];
}

/** The indicators of a plan in a fiscal year, in the plan's order. Throws `not_found`, `invalid_input`. */
export async function planFigures(
  deps: IndicatorDeps,
  planId: string,
  fiscalYear: number,
): Promise<{ plan: Plan; indicators: IndicatorFigures[] }> {
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const figures = await figuresOf(store, plan, await store.indicatorsOf(planId), fiscalYear, day);
    const indicators: IndicatorFigures[] = [];
    for (const figure of figures) indicators.push(await shown(store, plan, figure, fiscalYear, day));
    return { plan, indicators };
  });
}

/** One indicator in a fiscal year. Throws `not_found`, `invalid_input`. */
export async function indicatorFigures(
  deps: IndicatorDeps,
  indicatorId: string,
  fiscalYear: number,
): Promise<IndicatorFigures> {
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const indicator = await findIndicator(store, indicatorId);
    const plan = await findPlan(store, indicator.planId);
    // A share of met targets is made of its neighbours; any other indicator stands for itself.
    const needed = indicator.source.kind === 'formula' ? await store.indicatorsOf(plan.id) : [indicator];
    const figures = await figuresOf(store, plan, needed, fiscalYear, day);
    const figure = figures.find((f) => f.indicator.id === indicatorId) ?? figures[0]!;
    return shown(store, plan, figure, fiscalYear, day);
  });
}

/** One figure as it is shown, with its months. */
export async function shown(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
  day: DayString,
): Promise<IndicatorFigures> {
  const { source } = figure.indicator;
  const counted = source.kind === 'facts' && fiscalYear <= fiscalYearOf(day);
  const months = figure.asClosed?.months ?? (counted ? await store.monthlyCounts(source, fiscalYear) : null);
  const names = needsNames(source) ? await store.sourceNames() : undefined;
  return figuresShown(plan, figure, months, fiscalYear, day, names);
}

/** The pure part: what is known of an indicator, as it is shown. `months` null where nothing is counted. */
export function figuresShown(
  plan: Plan,
  figure: Figure,
  months: readonly MonthCount[] | null,
  fiscalYear: number,
  day: DayString,
  names?: SourceNames,
): IndicatorFigures {
  const { indicator, achievement, yearly } = figure;
  const target = targetFor(indicator, fiscalYear);
  const period = indicator.period ?? plan.period;
  const sources = new Map(figure.typedYears.map((value) => [value.fiscalYear, value.sourceText]));
  const last = fiscalYearRange(fiscalYear).last;
  return {
    id: indicator.id,
    planId: plan.id,
    planName: plan.name,
    name: indicator.name,
    unit: judgedUnit(indicator) ?? '',
    yearUnit: yearUnit(indicator) ?? '',
    printed: {
      baseline: indicator.baseline === null ? null : printed(indicator.baseline.raw) || null,
      target: target === null ? null : printed(target.raw) || null,
    },
    baseline: { value: indicator.baseline?.value ?? null, asOf: indicator.baseline?.asOf?.raw ?? null },
    target: { value: target?.value ?? null, asOf: target?.asOf?.raw ?? null },
    modeWords: modeWords(indicator, target),
    sourceKind: indicator.mode === 'cross_reference' ? 'none' : indicator.source.kind,
    sourceWords: sourceWords(indicator, names),
    current:
      fiscalYear > fiscalYearOf(day) ? null : { ...currentValue(figure, fiscalYear), asOf: last < day ? last : day },
    achievement: {
      formula: achievement.formula,
      formulaName: achievement.formulaName,
      percent: achievement.percent,
      met: achievement.met,
      words: achievement.words,
      why: achievement.why,
    },
    yearly: yearlyChart(indicator, yearly, fiscalYear, period)
      .bars.filter((bar) => bar.state !== 'future')
      .map((bar) => ({
        fiscalYear: bar.fiscalYear,
        value: bar.value,
        cumulative: bar.running,
        sourceText: sources.get(bar.fiscalYear) ?? null,
        closed: figure.closedYears.includes(bar.fiscalYear),
      })),
    typed: figure.typedYears.map((value) => ({
      fiscalYear: value.fiscalYear,
      printed: value.printed ?? null,
      author: value.author,
    })),
    monthly:
      months === null
        ? []
        : monthlyChart(yearUnit(indicator), fiscalYear, months)
            .bars.filter((bar) => bar.month <= day.slice(0, 7))
            .map(({ month, value }) => ({ month, value })),
    notes: indicator.notes.map((note) => note.japanese ?? note.text),
  };
}

function modeWords(indicator: Indicator, target: Target | null): string {
  if (indicator.mode === 'cumulative' && target?.period != null) return target.period;
  return INDICATOR_MODE_LABELS[indicator.mode];
}
