import { fiscalYearOf, today, type DayString } from '@kotae/kernel';
import { monthlyChart, yearlyChart, type MonthlyChart, type YearlyChart } from './chart';
import { numbersOf, type ClosedNumber } from './closed-numbers';
import type { ClosedFigure } from './closing';
import type { DayRange } from './facts';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findPlan } from './find';
import { targetFor, type Plan, type Target } from './model';
import type { ClosingHead, ClosingSummary, IndicatorDeps, IndicatorStore } from './ports';
import { countedRange } from './ranges';

/** One indicator, as management reads it across a table. */
export interface DashboardLine extends Figure {
  readonly target: Target | null;
  readonly yearlyChart: YearlyChart;
  /** Only where values are counted from opinions and the year has begun. */
  readonly monthlyChart: MonthlyChart | null;
  /** The days the number is counted over, for the list behind it; null where no opinions stand behind it. */
  readonly countedRange: DayRange | null;
  /** What was frozen, and how far today's answer to the same question is from it; null while the year is open. */
  readonly closed: { readonly figure: ClosedFigure; readonly difference: number | null } | null;
}

export interface Dashboard {
  readonly plan: Plan;
  readonly fiscalYear: number;
  readonly asOf: DayString;
  readonly closing: ClosingHead | null;
  /** How many indicators are met, not met, and cannot be said; repeated ones (再掲) count once. */
  readonly summary: { readonly met: number; readonly notMet: number; readonly unknown: number };
  readonly lines: readonly DashboardLine[];
}

/** A plan's indicators in a fiscal year, in the plan's order. Throws `not_found`, `invalid_input`. */
export async function dashboard(deps: IndicatorDeps, planId: string, fiscalYear: number): Promise<Dashboard> {
  checkFiscalYear(fiscalYear);
  const asOf = today(deps.clock);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const indicators = await store.indicatorsOf(planId);
    const figures = await figuresOf(store, plan, indicators, fiscalYear, asOf);
    const closing = (await store.closings(planId)).find((c) => c.fiscalYear === fiscalYear) ?? null;
    const numbers = await numbersOf(deps, store, plan, indicators, fiscalYear);
    const lines: DashboardLine[] = [];
    for (const figure of figures) lines.push(await lineOf(store, plan, figure, fiscalYear, asOf, closing, numbers));
    return { plan, fiscalYear, asOf, closing: headOf(closing), summary: summaryOf(lines), lines };
  });
}

async function lineOf(
  store: IndicatorStore,
  plan: Plan,
  figure: Figure,
  fiscalYear: number,
  asOf: DayString,
  closing: ClosingSummary | null,
  numbers: readonly ClosedNumber[],
): Promise<DashboardLine> {
  const { indicator, yearly } = figure;
  const period = indicator.period ?? plan.period;
  const counted = indicator.source.kind === 'facts' && fiscalYear <= fiscalYearOf(asOf) ? indicator.source : null;
  const frozen = closing?.figures.find((f) => f.indicatorId === indicator.id) ?? null;
  return {
    ...figure,
    target: targetFor(indicator, fiscalYear),
    yearlyChart: yearlyChart(indicator, yearly, fiscalYear, period),
    monthlyChart:
      counted === null
        ? null
        : monthlyChart(
            indicator.unit,
            fiscalYear,
            figure.asClosed?.months ?? (await store.monthlyCounts(counted, fiscalYear)),
          ),
    countedRange: counted === null ? null : countedRange(indicator.mode, fiscalYear, period),
    closed:
      frozen === null
        ? null
        : { figure: frozen, difference: numbers.find((n) => n.indicatorId === indicator.id)?.difference ?? null },
  };
}

function headOf(closing: ClosingSummary | null): ClosingHead | null {
  if (closing === null) return null;
  const { figures: _figures, definitions: _definitions, months: _months, ...head } = closing;
  return head;
}

function summaryOf(lines: readonly DashboardLine[]): Dashboard['summary'] {
  const once = lines.filter((l) => l.indicator.duplicateOf === null);
  const count = (met: boolean | null) => once.filter((l) => l.achievement.met === met).length;
  return { met: count(true), notMet: count(false), unknown: count(null) };
}
