import type { ProgressReport, ReportedIndicator } from '@kotae/indicators';
import type { XlsxChart, XlsxLine } from '../xlsx/chart';
import type { XlsxSheet } from '../xlsx/worksheet';
import { CHARTED, indicatorsOf, type IndicatorRows } from './indicator-sheet';
import { tellingYears, yearWords } from './report-words';

const PER_ROW = 2;
const SIZE = { columns: 1, rows: 15 };
/** Rows of charts on a page of A4. */
const PER_PAGE = 3;

/** The sheet グラフ: one native chart per indicator with a value, over the cells of the indicators' sheet. */
export function chartSheet(
  report: ProgressReport,
  places: ReadonlyMap<string, IndicatorRows>,
  indicators: number,
): XlsxSheet {
  const drawn = indicatorsOf(report).filter((i) => i.achievement.formula !== 'milestone' && hasValue(i));
  return {
    name: 'グラフ',
    columns: [
      { header: '指標ごとのグラフ（棒：値、破線：目標、点線：基準）', width: 62 },
      { header: 'もとの数字は「指標一覧」にあります', width: 62 },
    ],
    rows: drawn.length === 0 ? [['値のある指標がまだありません。']] : [],
    page: { paper: 'A4', orientation: 'portrait', pagesWide: 1, breaks: pageBreaks(drawn.length) },
    charts: drawn.map((indicator, index) =>
      chartOf(indicator, report.fiscalYear, places.get(indicator.id)!, indicators, index),
    ),
  };
}

function pageBreaks(charts: number): number[] {
  const pages = Math.ceil(charts / PER_ROW / PER_PAGE);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, page) => (page + 1) * PER_PAGE * (SIZE.rows + 1) - 1);
}

function chartOf(
  indicator: ReportedIndicator,
  fiscalYear: number,
  rows: IndicatorRows,
  sheet: number,
  index: number,
): XlsxChart {
  const range = (column: number) => ({ sheet, column, ...rows });
  const { cumulative, targets, baseline } = indicator.chart;
  const line = (name: string, column: number, dash: XlsxLine['dash']): XlsxLine => ({
    name,
    values: range(column),
    dash,
  });
  const said = tellingYears(indicator, fiscalYear).map((year) =>
    yearWords(cumulative ? year.cumulative : year.value, indicator),
  );
  return {
    title: cumulative ? `${indicator.name}（累計）` : indicator.name,
    unit: indicator.yearUnit,
    description: `年度ごとの棒グラフ。古い順に${said.join('、')}。`,
    at: { column: index % PER_ROW, row: 1 + Math.floor(index / PER_ROW) * (SIZE.rows + 1) },
    size: SIZE,
    categories: range(CHARTED.year),
    bars: { name: cumulative ? '累計' : 'その年度の値', values: range(cumulative ? CHARTED.sum : CHARTED.value) },
    lines: [
      ...(targets.length === 1 ? [line('目標', CHARTED.target, 'dash')] : []),
      ...(targets.length === 2
        ? [line('目標の下限', CHARTED.target, 'dash'), line('目標の上限', CHARTED.ceiling, 'dash')]
        : []),
      ...(baseline === null ? [] : [line('基準', CHARTED.baseline, 'dot')]),
    ],
  };
}

function hasValue(indicator: ReportedIndicator): boolean {
  return indicator.years.some((year) => (indicator.chart.cumulative ? year.cumulative : year.value) !== null);
}
