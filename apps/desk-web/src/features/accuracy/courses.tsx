import type { AccuracyBand, AccuracyView } from '@kotae/contracts';
import { ChartWithTable } from '@kotae/ui';
import {
  BAND_MARKS,
  calibrationWords,
  courseWords,
  fewInRow,
  monthWords,
  percentOf,
  shareWords,
} from './accuracy-words';
import { cellHref, type Period } from './address';
import { FigureLink } from './figure-link';

/** Month by month: the shares of class and topic that were taken as they were. */
export function MonthlyCourse({ view, period }: { view: AccuracyView; period: Period }) {
  const names = view.monthly.map(({ month }) => monthWords(month));
  const parts = ['class', 'topic'] as const;
  const shares = parts.map((part) => view.monthly.map((month) => percentOf(month[part])));
  return (
    <ChartWithTable
      kind="line"
      headingLevel={2}
      title="月ごと"
      description={courseWords('分類がそのまま採用された割合', names, shares[0]!)}
      categoryHeader="決めた月"
      categories={names}
      unit="%"
      series={[
        { label: '分類', values: shares[0]! },
        { label: '分野', values: shares[1]! },
      ]}
      cell={(_, at) => {
        const month = view.monthly[at.category]!;
        const part = parts[at.series]!;
        return <FigureLink href={cellHref(period, { month: month.month })}>{shareWords(month[part])}</FigureLink>;
      }}
    />
  );
}

/** The confidence that was shown against the share that was taken as it was. */
export function Calibration(props: {
  title: string;
  label: 'class' | 'topic';
  bands: readonly AccuracyBand[];
  period: Period;
}) {
  const { title, label, bands, period } = props;
  const inOrder = BAND_MARKS.map((_, place) => bands.find(({ band }) => band === place));
  return (
    <ChartWithTable
      kind="line"
      headingLevel={3}
      title={title}
      description={calibrationWords(bands)}
      categoryHeader="確かさ（%）"
      categories={[...BAND_MARKS]}
      unit="%"
      series={[
        { label: '採用', values: inOrder.map((band) => (band === undefined ? null : percentOf(band))) },
        { label: '表示', values: inOrder.map((band) => (band === undefined ? null : Math.round(band.said * 100))) },
      ]}
      cell={(value, at) => {
        const band = inOrder[at.category];
        if (at.series === 1 || band === undefined) return `${value}%`;
        return (
          <>
            <FigureLink href={cellHref(period, { label, band: at.category })}>{shareWords(band)}</FigureLink>
            {fewInRow(band.count) && <small className="k-muted">目安</small>}
          </>
        );
      }}
      note={calibrationWords(bands)}
    />
  );
}
