import type { IndicatorView } from '@kotae/contracts';
import {
  INDICATOR_MODE_LABELS,
  SOURCE_LABELS,
  currentValue,
  monthlyChart,
  printed,
  targetFor,
  type AsOf,
  type Figure,
  type Indicator,
  type MonthCount,
  type Plan,
  type YearlyChart,
} from '@kotae/indicators';
import { fiscalYearLabel, type DayString } from '@kotae/kernel';

export interface IndicatorFacts {
  readonly plan: Plan;
  readonly figure: Figure;
  readonly fiscalYear: number;
  readonly asOf: DayString;
  readonly chart: YearlyChart;
  /** How it is counted now, in whole sentences. */
  readonly countingWords: string;
  /** Null where no months are shown. */
  readonly months: readonly MonthCount[] | null;
}

/** An indicator as the public sees it: what is printed, what is counted, how it was worked out. */
export function indicatorView(facts: IndicatorFacts): IndicatorView {
  const { plan, figure, fiscalYear, asOf, chart, months } = facts;
  const { indicator, achievement } = figure;
  const target = targetFor(indicator, fiscalYear);
  const { baseline } = indicator;
  const unit = indicator.unit ?? '';
  const sourceTexts = new Map(figure.typedYears.map((value) => [value.fiscalYear, value.sourceText]));
  return {
    id: indicator.id,
    planId: plan.id,
    planName: plan.name,
    name: indicator.name,
    definition: indicator.definition,
    unit,
    printed: {
      baseline: baseline === null || baseline.raw.length === 0 ? null : printed(baseline.raw),
      target: target === null || target.raw.length === 0 ? null : printed(target.raw),
    },
    baseline: { value: baseline?.value ?? null, asOf: asOfWords(baseline?.asOf ?? null) },
    target: { value: target?.value ?? null, asOf: asOfWords(target?.asOf ?? null) },
    countingWords: facts.countingWords,
    modeWords: modeWords(indicator, plan),
    sourceKind: indicator.source.kind,
    sourceWords: SOURCE_LABELS[indicator.source.kind],
    current: { ...currentValue(figure, fiscalYear), asOf },
    achievement: {
      formula: achievement.formula,
      formulaName: achievement.formulaName,
      percent: achievement.percent,
      met: achievement.met,
      words: achievement.words,
      why: achievement.why,
    },
    yearly: chart.bars.map((bar) => ({
      fiscalYear: bar.fiscalYear,
      value: bar.value,
      cumulative: bar.running,
      sourceText: sourceTexts.get(bar.fiscalYear) ?? null,
      closed: figure.closedYears.includes(bar.fiscalYear),
    })),
    monthly:
      months === null
        ? []
        : monthlyChart(unit, fiscalYear, months)
            .bars.filter(({ month }) => month <= asOf.slice(0, 7))
            .map(({ month, value }) => ({ month, value })),
    notes: indicator.notes.map((note) => note.japanese).filter((note) => note !== null),
  };
}

function modeWords(indicator: Indicator, plan: Plan): string {
  const period = indicator.period ?? plan.period;
  if (indicator.mode !== 'cumulative' || period === null) return INDICATOR_MODE_LABELS[indicator.mode];
  return `${fiscalYearLabel(period.first)}から${fiscalYearLabel(period.last)}までの累計`;
}

/** 「（令和6年度）」 → 「令和6年度」 */
function asOfWords(asOf: AsOf | null): string | null {
  if (asOf === null) return null;
  if (asOf.raw !== null) return asOf.raw.replace(/^[（(]|[）)]$/gu, '');
  return asOf.fiscalYear === null ? null : fiscalYearLabel(asOf.fiscalYear);
}
