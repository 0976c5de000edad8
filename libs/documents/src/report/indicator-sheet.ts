import { PROGRESS_LABELS, type ProgressReport, type ReportedIndicator, type ReportedYear } from '@kotae/indicators';
import { dayOf, fiscalYearLabel, japaneseDate } from '@kotae/kernel';
import type { XlsxCell, XlsxLink, XlsxSheet } from '../xlsx/worksheet';
import { baselineWords, openQuestions, restatementWords, targetWords, tellingYears } from './report-words';

type Row = readonly [indicator: ReportedIndicator, year: ReportedYear | null, judged: boolean];

/** The columns in order; `judged` is true in the row of the report's year. */
const COLUMNS: readonly { header: string; width: number; cell: (...row: Row) => XlsxCell }[] = [
  { header: '指標番号', width: 12, cell: (i) => i.code },
  { header: '指標名', width: 34, cell: (i) => (i.repeatOf === null ? i.name : `${i.name}（再掲）`) },
  { header: '節', width: 22, cell: (i) => i.section },
  { header: '施策', width: 22, cell: (i) => i.policy },
  { header: '年度', width: 12, cell: (_, y) => (y === null ? null : fiscalYearLabel(y.fiscalYear)) },
  { header: 'その年度の値', width: 12, cell: (_, y) => y?.value ?? null },
  { header: '累計', width: 12, cell: (_, y) => y?.cumulative ?? null },
  { header: '値の単位', width: 11, cell: (i) => i.yearUnit },
  { header: '評価に使う値', width: 12, cell: (i, _, judged) => (judged ? (i.current?.value ?? null) : null) },
  { header: '基準値', width: 10, cell: (i) => i.baseline.value },
  { header: '目標値', width: 10, cell: (i) => i.target.value ?? i.chart.targets[0]?.value ?? null },
  { header: '目標の上限', width: 10, cell: (i) => i.chart.targets[1]?.value ?? null },
  { header: '評価の単位', width: 12, cell: (i) => i.unit },
  { header: '評価', width: 12, cell: (i, _, judged) => (judged ? PROGRESS_LABELS[i.progress] : null) },
  { header: '達成率（%）', width: 11, cell: (i, _, judged) => (judged ? i.achievement.percent : null) },
  { header: '達成の見方（式）', width: 30, cell: (i) => i.achievement.formulaName },
  { header: '判定', width: 34, cell: (i, _, judged) => (judged ? i.achievement.words : null) },
  { header: 'いまの目安', width: 12, cell: (i, _, judged) => (judged ? i.expected : null) },
  { header: '基準（計画の書き方）', width: 26, cell: (i) => baselineWords(i) },
  { header: '目標（計画の書き方）', width: 30, cell: (i) => targetWords(i).join('\n') },
  { header: '数え方', width: 14, cell: (i) => i.modeWords },
  { header: '値の出どころ', width: 30, cell: (i) => i.sourceWords },
  { header: '値（資料での書き方）', width: 18, cell: (_, y) => y?.printed ?? null },
  { header: '数え直した、その年度の値', width: 14, cell: (_, y) => y?.closed?.yearNow ?? null },
  { header: '数え直した、評価に使う値', width: 14, cell: (_, y) => y?.closed?.now ?? null },
  { header: '締め・修正再表示', width: 30, cell: (i, y) => (y === null ? null : restatementWords(y, i)) },
  { header: '出典', width: 40, cell: (_, y) => y?.sourceText ?? null },
  { header: '入力した人', width: 16, cell: (_, y) => y?.author ?? null },
  {
    header: '入力した日',
    width: 18,
    cell: (_, y) => (y?.recordedAt == null ? null : japaneseDate(dayOf(new Date(y.recordedAt)), 'short')),
  },
  { header: '注意', width: 60, cell: (i, _, judged) => (judged ? [...openQuestions(i), ...i.notes].join('\n') : null) },
];

/** Wide: printed on two pages side by side, each with number and name. */
const PAGE = { paper: 'A3', orientation: 'landscape', pagesWide: 2 } as const;

const at = (header: string) => COLUMNS.findIndex((column) => column.header === header);
/** Columns that charts are drawn from. */
export const CHARTED = {
  year: at('年度'),
  value: at('その年度の値'),
  sum: at('累計'),
  baseline: at('基準値'),
  target: at('目標値'),
  ceiling: at('目標の上限'),
} as const;

/** First and last row of an indicator in the sheet. */
export interface IndicatorRows {
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * The sheet 指標一覧: a row for each indicator and year since its first value, one for those without any. `behind` names the row of the sheet at `evidence`
 * where the opinions behind an indicator begin.
 */
export function indicatorSheet(
  report: ProgressReport,
  behind: ReadonlyMap<string, number>,
  evidence: number,
): { sheet: XlsxSheet; places: ReadonlyMap<string, IndicatorRows> } {
  const rows: XlsxCell[][] = [];
  const links: XlsxLink[] = [];
  const places = new Map<string, IndicatorRows>();
  for (const indicator of indicatorsOf(report)) {
    const firstRow = rows.length;
    const known = tellingYears(indicator, report.fiscalYear);
    const years: (ReportedYear | null)[] = known.length === 0 ? [null] : known;
    for (const year of years) {
      const judged = year === null || year.fiscalYear === report.fiscalYear;
      const first = behind.get(indicator.id);
      if (judged && first !== undefined) {
        const words = `もとになった意見（${indicator.name}）`;
        const column = at('評価に使う値');
        links.push({ row: rows.length, column, to: { sheet: evidence, row: first }, words });
      }
      rows.push(COLUMNS.map(({ cell }) => cell(indicator, year, judged)));
    }
    places.set(indicator.id, { firstRow, lastRow: rows.length - 1 });
  }
  const columns = COLUMNS.map(({ header, width }) => ({ header, width }));
  return { sheet: { name: '指標一覧', columns, rows, links, fixedColumns: 2, page: PAGE }, places };
}

/** Every indicator of a report in its order. */
export function indicatorsOf(report: ProgressReport): ReportedIndicator[] {
  return report.groups.flatMap(({ policies }) => policies.flatMap(({ indicators }) => indicators));
}
