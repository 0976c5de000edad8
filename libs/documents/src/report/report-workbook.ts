import type { ProgressReport } from '@kotae/indicators';
import { xlsx } from '../xlsx/write-xlsx';
import { chartSheet } from './chart-sheet';
import { evidenceSheet, firstEvidenceRows } from './evidence-sheet';
import { indicatorSheet } from './indicator-sheet';
import type { EvidenceTable } from './report-evidence';
import { summarySheet } from './summary-sheet';

/** Places of the sheets in the workbook. */
export const SHEETS = { summary: 0, indicators: 1, charts: 2, evidence: 3 } as const;

/**
 * 進捗状況報告書 as a workbook: 総括, 指標一覧 (a row per indicator and year, numbers as numbers beside what is printed), グラフ (native
 * charts over those numbers) and 根拠 (the opinions behind counted values, with a link from each value to the first of them).
 */
export function progressReportXlsx(report: ProgressReport, evidence: EvidenceTable): Buffer {
  const behind = firstEvidenceRows(evidence);
  const { sheet, places } = indicatorSheet(report, behind, SHEETS.evidence);
  return xlsx([
    summarySheet(report, SHEETS.summary),
    sheet,
    chartSheet(report, places, SHEETS.indicators),
    evidenceSheet(evidence),
  ]);
}
