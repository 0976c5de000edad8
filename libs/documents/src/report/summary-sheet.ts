import type { ProgressReport } from '@kotae/indicators';
import type { XlsxCell, XlsxSheet } from '../xlsx/worksheet';
import { closingWords, periodWords, reportTitle } from './report-words';

/** The sheet 総括, with the four counts as a chart. `place` is the sheet's own place in the workbook. */
export function summarySheet(report: ProgressReport, place: number): XlsxSheet {
  const head: XlsxCell[][] = [
    ['計画', null, report.planName],
    ['市町村', null, report.municipality],
    ['計画の期間', null, periodWords(report)],
    ['現在', null, closingWords(report)],
    ['指標の数', report.total, report.repeated === 0 ? null : `ほかに再掲 ${report.repeated}（数に入れていません）`],
  ];
  const counts = report.summary.map(({ label, count, meaning }): XlsxCell[] => [label, count, meaning]);
  const formulas = report.formulas.map(({ name, count, meaning }): XlsxCell[] => [name, count, meaning]);
  const notes = report.notes.map((note): XlsxCell[] => ['この計画の読み方', null, note]);
  const standing: XlsxCell[][] = [[], ['評価', '指標の数', '意味']];
  const judging: XlsxCell[][] = [[], ['達成の見方（式）', '指標の数', '意味']];
  const rows = [
    ...head,
    ...standing,
    ...counts,
    ...judging,
    ...formulas,
    ...(notes.length === 0 ? [] : [[], ...notes]),
  ];
  const first = head.length + standing.length;
  const range = (column: number) => ({
    sheet: place,
    column,
    firstRow: first,
    lastRow: first + counts.length - 1,
  });
  return {
    name: '総括',
    columns: [
      { header: reportTitle(report), width: 34 },
      { header: '数', width: 11 },
      { header: '説明', width: 90 },
    ],
    rows,
    page: { paper: 'A4', orientation: 'portrait', pagesWide: 1 },
    headings: [first - 1, first + counts.length + judging.length - 1],
    charts: [
      {
        title: '指標の評価',
        unit: '指標',
        description: `評価ごとの指標の数。${report.summary.map(({ label, count }) => `${label} ${count}`).join('、')}`,
        at: { column: 0, row: rows.length + 2 },
        size: { columns: 3, rows: 16 },
        categories: range(0),
        bars: { name: '指標の数', values: range(1) },
        lines: [],
      },
    ],
  };
}
