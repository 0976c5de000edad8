import type { DayString } from '@kotae/kernel';
import type { IndicatorView } from '../portal';
import type { ClosedNumberView } from './closing';

/** Where an indicator stands: 達成・順調・遅れ・評価できない. */
export type ProgressCode = 'achieved' | 'on_track' | 'behind' | 'unknown';

/** A closed year in a report: what the year brought is told apart from what it was judged by (累計, 前年比). */
export interface ReportClosedView extends ClosedNumberView {
  yearThen: number | null;
  yearNow: number | null;
  yearUnit: string;
  /** What is another number than when the year was closed, in words; `what` null where there is only one number. */
  changes: { what: string | null; then: string; now: string }[];
}

export interface ReportYearView {
  fiscalYear: number;
  /** What the year itself brought, in `yearUnit`. */
  value: number | null;
  cumulative: number | null;
  /** As the source prints it, where that says more than the number. */
  printed: string | null;
  sourceText: string | null;
  /** Who typed or imported it, and when; null for counted and computed values. */
  author: string | null;
  recordedAt: string | null;
  origin: 'typed' | 'imported' | null;
  /** 修正再表示: what was frozen beside what the same question answers today; null while the year is open. */
  closed: ReportClosedView | null;
}

export interface ReportTargetView {
  version: number;
  printed: string;
  asOf: string | null;
  fromFiscalYear: number | null;
  decidedOn: DayString | null;
  reason: string | null;
  inForce: boolean;
}

/** One indicator of a report: its line on the dashboard, and what a printed report adds. */
export interface ReportIndicatorView extends IndicatorView {
  /** Of the years' values and sums; `unit` is that of what is judged. Another where growth is judged. */
  yearUnit: string;
  code: string;
  section: string;
  policy: string;
  definition: string | null;
  basis: string;
  progress: ProgressCode;
  /** Where an even pace would be by now; null where there is none. */
  expected: string | null;
  progressWhy: string | null;
  targets: ReportTargetView[];
  years: ReportYearView[];
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

/** 進捗状況報告書. `GET /api/plans/:id/report?fiscalYear=`; the same as `report.xlsx` and `report.pdf`. */
export interface ProgressReportView {
  planId: string;
  planName: string;
  municipality: string;
  own: boolean;
  firstYear: number | null;
  lastYear: number | null;
  fiscalYear: number;
  asOf: DayString;
  closing: { closedAt: string; closedBy: string; sha256: string } | null;
  summary: { progress: ProgressCode; label: string; meaning: string; count: number }[];
  /** Indicators counted in the summary, and rows repeated (再掲) that are not. */
  total: number;
  repeated: number;
  formulas: { formula: string; name: string; meaning: string; count: number }[];
  groups: { section: string; policies: { policy: string; indicators: ReportIndicatorView[] }[] }[];
  notes: string[];
}
