import { PROGRESS_LABELS, amount, type ProgressReport, type ReportedIndicator } from '@kotae/indicators';
import { fiscalYearLabel, fiscalYearShort } from '@kotae/kernel';
import { printable, printableLine } from '../typst/printable';
import type { TemplateData } from '../typst/typesetter';
import {
  achievementWords,
  baselineWords,
  closingWords,
  judgedWords,
  openQuestions,
  periodWords,
  progressWords,
  reportTitle,
  targetWords,
  tellingYears,
  yearRemarks,
  yearWords,
} from './report-words';

/** What the template prints: words only, and the numbers that its charts are drawn from. */
export function reportData(report: ProgressReport, cityName: string): TemplateData {
  return {
    title: reportTitle(report),
    cityName: printableLine(cityName),
    plan: printableLine(report.planName),
    kind: report.own ? '市の計画' : `参考：${printableLine(report.municipality)}の計画`,
    period: periodWords(report),
    state: printable(closingWords(report)),
    total: report.total,
    repeated: report.repeated,
    summary: report.summary,
    formulas: report.formulas,
    groups: report.groups.map(({ section, policies }) => ({
      section: printableLine(section),
      policies: policies.map(({ policy, indicators }) => ({
        policy: printableLine(policy),
        indicators: indicators.map((indicator) => indicatorData(indicator, report.fiscalYear)),
      })),
    })),
    notes: report.notes.map(printable),
  };
}

function indicatorData(indicator: ReportedIndicator, fiscalYear: number) {
  const { current, chart, years } = indicator;
  const known = years.some((year) => year.value !== null || year.closed !== null);
  const summed = years.some((year) => year.cumulative !== null);
  return {
    code: printableLine(indicator.code),
    name: printableLine(indicator.name),
    progress: indicator.progress,
    progressLabel: PROGRESS_LABELS[indicator.progress],
    repeated: indicator.repeatOf !== null,
    definition: indicator.definition === null ? null : printable(indicator.definition),
    value: judgedWords(current?.value ?? null, indicator),
    basis: printableLine(indicator.basis),
    verdict: printable(indicator.achievement.words),
    facts: [
      { term: '基準', detail: [baselineWords(indicator)] },
      { term: '目標', detail: targetWords(indicator) },
      { term: '数え方', detail: [indicator.modeWords] },
      { term: '値の出どころ', detail: [indicator.sourceWords] },
      { term: '達成の見方', detail: [achievementWords(indicator)] },
      { term: '評価', detail: [progressWords(indicator)] },
    ].map(({ term, detail }) => ({ term, detail: detail.map(printable) })),
    why: openQuestions(indicator).map(printable),
    notes: indicator.notes.map(printable),
    summed,
    years: (known ? tellingYears(indicator, fiscalYear) : []).map((year) => ({
      label: fiscalYearLabel(year.fiscalYear),
      value: yearWords(year.value, indicator),
      sum: yearWords(year.cumulative, indicator),
      remarks: printable(yearRemarks(year, indicator)),
      restated: year.closed?.restated ?? false,
    })),
    chart: chartData(indicator, chart, tellingYears(indicator, fiscalYear)),
  };
}

/** Bars and lines with their places on an axis from `bottom` to `top`; null where there is nothing to draw. */
function chartData(indicator: ReportedIndicator, chart: ReportedIndicator['chart'], years: ReportedIndicator['years']) {
  const bars = years.map((year) => {
    const value = chart.cumulative ? year.cumulative : year.value;
    return { label: fiscalYearShort(year.fiscalYear), value, text: value === null ? '値なし' : amount(value, null) };
  });
  if (indicator.achievement.formula === 'milestone' || bars.every((bar) => bar.value === null)) return null;
  const lines = [
    ...chart.targets.map(({ value }) => ({ kind: 'target', value, label: `目標 ${amount(value, null)}` })),
    ...(chart.baseline === null
      ? []
      : [{ kind: 'baseline', value: chart.baseline.value, label: `基準 ${amount(chart.baseline.value, null)}` }]),
  ];
  const said = bars.map(({ label, text }) => `${label} ${text}`).join('、');
  return {
    unit: `${chart.cumulative ? '累計・' : ''}${indicator.yearUnit || '単位なし'}`,
    top: chart.top,
    bottom: chart.bottom,
    topText: amount(chart.top, null),
    bars,
    lines,
    alt: printable(`${indicator.name}の年度ごとの棒グラフ。${said}。${lines.map((line) => line.label).join('、')}`),
  };
}
