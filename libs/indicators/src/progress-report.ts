import { fiscalYearOf, today, type DayString } from '@kotae/kernel';
import { yearlyChart } from './chart';
import { numbersOf, type ClosedNumber } from './closed-numbers';
import { evidenceOf, type Evidence } from './evidence';
import type { Figure } from './figure';
import { figuresOf } from './figures';
import { checkFiscalYear, findPlan } from './find';
import { FORMULA_MEANINGS } from './formula-meanings';
import { FORMULA_LABELS, FORMULA_NAMES } from './formula-names';
import { shown, type IndicatorFigures } from './indicator-figures';
import { printed, targetFor, type Indicator, type Plan } from './model';
import { amount, roundPercent } from './numbers';
import type { ClosingSummary, IndicatorDeps } from './ports';
import { PROGRESS, PROGRESS_LABELS, PROGRESS_MEANINGS, progressOf } from './progress';
import { growingIn } from './progress-growth';
import { changesOf } from './report-changes';
import type {
  ProgressReport,
  ReportGroup,
  ReportedClosing,
  ReportedIndicator,
  ReportedTarget,
  ReportedYear,
} from './report-figures';
import { judgedUnit } from './units';

/** A report and, when asked for, the opinions behind its counted values, all of one state of the database. */
export interface ReportWithEvidence {
  readonly report: ProgressReport;
  readonly evidence: readonly Evidence[];
}

/**
 * The progress report of a plan's fiscal year, with the numbers of the dashboard. `evidence` is the number of opinions at most
 * that are listed behind counted values, over all indicators; 0 reads none. Throws `not_found`, `invalid_input`.
 */
export async function progressReport(
  deps: IndicatorDeps,
  question: { readonly planId: string; readonly fiscalYear: number; readonly evidence?: number },
): Promise<ReportWithEvidence> {
  const { planId, fiscalYear } = question;
  checkFiscalYear(fiscalYear);
  const day = today(deps.clock);
  return deps.unitOfWork.run(async ({ indicators: store }) => {
    const plan = await findPlan(store, planId);
    const indicators = await store.indicatorsOf(planId);
    const figures = await figuresOf(store, plan, indicators, fiscalYear, day);
    const closings = await store.closings(planId);
    const closed: ClosedNumber[] = [];
    for (const closing of closings)
      if (closing.fiscalYear <= fiscalYear)
        closed.push(...(await numbersOf(deps, store, plan, indicators, closing.fiscalYear)));
    const reported: ReportedIndicator[] = [];
    const growing = fiscalYear === fiscalYearOf(day) ? growingIn(indicators) : new Set<string>();
    for (const figure of figures) {
      const lines = await shown(store, plan, figure, fiscalYear, day);
      const grows = growing.has(figure.indicator.id);
      reported.push(reportedIndicator(plan, figure, grows, lines, closed, fiscalYear, day));
    }
    const evidence = await evidenceOf(store, plan, figures, fiscalYear, day, question.evidence ?? 0);
    return { report: composed(plan, reported, closings, fiscalYear, day), evidence };
  });
}

function composed(
  plan: Plan,
  indicators: ReportedIndicator[],
  closings: readonly ClosingSummary[],
  fiscalYear: number,
  asOf: DayString,
): ProgressReport {
  const once = indicators.filter((i) => i.repeatOf === null);
  const closing = closings.find((c) => c.fiscalYear === fiscalYear);
  return {
    planId: plan.id,
    planName: plan.name,
    municipality: plan.municipality,
    own: plan.own,
    firstYear: plan.period?.first ?? null,
    lastYear: plan.period?.last ?? null,
    fiscalYear,
    asOf,
    closing:
      closing === undefined
        ? null
        : { closedAt: closing.closedAt.toISOString(), closedBy: closing.closedBy, sha256: closing.sha256 },
    summary: PROGRESS.map((progress) => ({
      progress,
      label: PROGRESS_LABELS[progress],
      meaning: PROGRESS_MEANINGS[progress],
      count: once.filter((i) => i.progress === progress).length,
    })),
    total: once.length,
    repeated: indicators.length - once.length,
    formulas: FORMULA_NAMES.map((formula) => ({
      formula,
      name: FORMULA_LABELS[formula],
      meaning: FORMULA_MEANINGS[formula],
      count: once.filter((i) => i.achievement.formula === formula).length,
    })).filter(({ count }) => count > 0),
    groups: grouped(indicators),
    notes: plan.notes.map((note) => note.japanese ?? note.text),
  };
}

/** By section and policy, both in the order in which the plan first names them. */
function grouped(indicators: readonly ReportedIndicator[]): ReportGroup[] {
  return [...Map.groupBy(indicators, (i) => i.section)].map(([section, ofSection]) => ({
    section,
    policies: [...Map.groupBy(ofSection, (i) => i.policy)].map(([policy, list]) => ({ policy, indicators: list })),
  }));
}

function reportedIndicator(
  plan: Plan,
  figure: Figure,
  growing: boolean,
  lines: IndicatorFigures,
  closed: readonly ClosedNumber[],
  fiscalYear: number,
  day: DayString,
): ReportedIndicator {
  const { indicator, actual, achievement, yearly } = figure;
  const period = indicator.period ?? plan.period;
  const verdict = progressOf({ indicator, actual, achievement, fiscalYear, period, growing, today: day });
  const { top, bottom, cumulative, baseline, targets } = yearlyChart(indicator, yearly, fiscalYear, period);
  return {
    ...lines,
    code: indicator.code,
    section: asPrinted(indicator.section),
    policy: asPrinted(indicator.policy),
    definition: indicator.definition,
    basis: actual.basis,
    progress: verdict.progress,
    expected: verdict.expected === null ? null : amount(roundPercent(verdict.expected), judgedUnit(indicator)),
    progressWhy: verdict.why,
    targets: targetsOf(indicator, fiscalYear),
    years: lines.yearly.map((year) => reportedYear(figure, year, closed)),
    chart: { top, bottom, cumulative, baseline, targets: [...targets] },
    repeatOf: indicator.duplicateOf,
  };
}

function reportedYear(
  { indicator, typedYears, achievement }: Figure,
  year: IndicatorFigures['yearly'][number],
  closed: readonly ClosedNumber[],
): ReportedYear {
  const typed = typedYears.find((v) => v.fiscalYear === year.fiscalYear);
  const number = closed.find((n) => n.fiscalYear === year.fiscalYear && n.indicatorId === indicator.id);
  return {
    fiscalYear: year.fiscalYear,
    value: year.value,
    cumulative: year.cumulative,
    printed: typed?.printed ?? null,
    sourceText: year.sourceText,
    author: typed?.author ?? null,
    recordedAt: typed?.recordedAt.toISOString() ?? null,
    origin: typed?.origin ?? null,
    closed: number === undefined ? null : reportedClosing(number, achievement.formula === 'milestone'),
  };
}

function reportedClosing(number: ClosedNumber, milestone: boolean): ReportedClosing {
  const changes = changesOf(number, milestone);
  const { unit, yearUnit } = number;
  return { ...number, unit: unit ?? '', yearUnit: yearUnit ?? '', restated: changes.length > 0, changes };
}

function targetsOf(indicator: Indicator, fiscalYear: number): ReportedTarget[] {
  const inForce = targetFor(indicator, fiscalYear);
  return indicator.targets.map(({ version, fromFiscalYear, decidedOn, reason, target }) => ({
    version,
    printed: printed(target.raw),
    asOf: target.asOf?.raw ?? null,
    fromFiscalYear,
    decidedOn,
    reason,
    inForce: target === inForce,
  }));
}

/** The data file marks in English where a plan sets its targets for a whole section; a report says it in Japanese. */
function asPrinted(heading: string): string {
  return heading.replace(/\s*\(nearest measure[^)]*\)\s*$/, '（最も近い施策）');
}
