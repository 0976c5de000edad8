import type { DayString } from '@kotae/kernel';
import type { ClosedNumber } from './closed-numbers';
import type { FormulaName } from './formula-names';
import type { IndicatorFigures } from './indicator-figures';
import type { Progress } from './progress';
import type { ReportedChange } from './report-changes';

/** A closed year's numbers, then and now, with the sentence-ready changes. */
export interface ReportedClosing extends ClosedNumber {
  unit: string;
  yearUnit: string;
  /** Empty where both what the year brought and what was judged are as they were closed. */
  changes: ReportedChange[];
}

/** One yearly value of a report, with where it comes from. Closed years carry what was frozen beside today's answer. */
export interface ReportedYear {
  fiscalYear: number;
  /** What the year itself brought, in `yearUnit`; never what was judged. */
  value: number | null;
  /** The sum from the first year of the period; null where nothing is summed. */
  cumulative: number | null;
  /** As the source prints it, where that says more than the number. */
  printed: string | null;
  sourceText: string | null;
  /** Who typed or imported it, and when (ISO 8601); null for counted and computed values. */
  author: string | null;
  recordedAt: string | null;
  origin: 'typed' | 'imported' | null;
  /** 修正再表示: what was frozen beside what the same question answers today; null while the year is open. */
  closed: ReportedClosing | null;
}

export interface ReportedTarget {
  version: number;
  printed: string;
  asOf: string | null;
  fromFiscalYear: number | null;
  decidedOn: DayString | null;
  reason: string | null;
  /** Whether the year of the report is judged by it. */
  inForce: boolean;
}

/** One indicator of a report: what the dashboard shows of it, and what a printed report adds. */
export interface ReportedIndicator extends IndicatorFigures {
  code: string;
  section: string;
  policy: string;
  definition: string | null;
  /** How the value judged was made: 「令和7年度〜令和8年度の累計」. */
  basis: string;
  progress: Progress;
  /** Where an even pace would be by now, as words; null where there is none. */
  expected: string | null;
  /** Why the progress cannot be said; null otherwise. */
  progressWhy: string | null;
  targets: ReportedTarget[];
  years: ReportedYear[];
  chart: {
    top: number;
    bottom: number;
    cumulative: boolean;
    baseline: { value: number; label: string } | null;
    targets: { value: number; label: string }[];
  };
  /** 再掲: the indicator this row repeats; it is counted once. */
  repeatOf: string | null;
}

export interface ReportGroup {
  /** 大綱・節, as the plan prints it. */
  section: string;
  policies: { policy: string; indicators: ReportedIndicator[] }[];
}

/** 進捗状況報告書: a plan's fiscal year, as page, sheet and paper show it. Plain data, ready to be answered. */
export interface ProgressReport {
  planId: string;
  planName: string;
  municipality: string;
  own: boolean;
  firstYear: number | null;
  lastYear: number | null;
  fiscalYear: number;
  asOf: DayString;
  closing: { closedAt: string; closedBy: string; sha256: string } | null;
  /** How many indicators stand where, in the order 達成・順調・遅れ・評価できない; repeated ones (再掲) count once. */
  summary: { progress: Progress; label: string; meaning: string; count: number }[];
  total: number;
  repeated: number;
  /** The formulas in use, with how many indicators each judges. */
  formulas: { formula: FormulaName; name: string; meaning: string; count: number }[];
  groups: ReportGroup[];
  notes: string[];
}
