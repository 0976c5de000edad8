import { useId } from 'react';
import type { ChartProps } from './chart-data';
import { formatValue } from './chart-data';
import type { Layout } from './frame';
import { Frame, LAYOUTS, allValues, bandsOf, clearOfReference, round, yOf } from './frame';
import { Legend } from './legend';
import { Patterns, patternFill } from './patterns';
import type { ValueAxis } from './scale';
import { valueAxis } from './scale';

interface BarsProps {
  chart: ChartProps;
  layout: Layout;
  axis: ValueAxis;
  id: string;
}

interface Bar {
  series: number;
  category: number;
  value: number;
  x: number;
  y: number;
}

function barsOf({ chart, layout, axis }: Omit<BarsProps, 'id'>): { bars: Bar[]; width: number } {
  const bands = bandsOf(layout, chart.categories.length);
  const count = Math.max(1, chart.series.length);
  const group = Math.min((bands[0]?.width ?? 0) * 0.68, 56 * count);
  const width = group / count;
  const bars = chart.series.flatMap(({ values }, series) =>
    values.flatMap((value, category) => {
      const band = bands[category];
      if (value === null || !band) return [];
      const x = round(band.x + (band.width - group) / 2 + series * width);
      return [{ series, category, value, x, y: yOf(layout, axis, Math.max(0, value)) }];
    }),
  );
  return { bars, width };
}

function Bars({ id, ...props }: BarsProps) {
  const { layout, axis } = props;
  const { bars, width } = barsOf(props);
  return bars.map(({ series, category, value, x, y }) => (
    <rect
      key={`${series} ${category}`}
      className={`k-chart__bar k-chart__bar--${series % 4}`}
      x={x}
      y={y}
      width={round(Math.max(2, width - 2))}
      height={round(Math.abs(yOf(layout, axis, value) - yOf(layout, axis, 0)))}
      fill={patternFill(id, series)}
    />
  ));
}

function BarLabels(props: Omit<BarsProps, 'id'>) {
  const { chart, layout, axis } = props;
  const { bars, width } = barsOf(props);
  // A value is written above its bar only where it fits; the table has them all.
  const longest = Math.max(0, ...allValues(chart).map((value) => formatValue(value).length));
  if (width < longest * 7 + 1) return null;
  return bars.map(({ series, category, value, x, y }) => (
    <text
      key={`${series} ${category}`}
      className="k-chart__value"
      x={round(x + width / 2 - 1)}
      y={clearOfReference(chart, layout, axis, y - 6)}
      textAnchor="middle"
    >
      {formatValue(value)}
    </text>
  ));
}

/** Amounts per year or month as upright bars from zero, each with its value. Up to four series. */
export function BarChart(chart: ChartProps) {
  const id = useId();
  const axis = valueAxis(allValues(chart));
  return (
    <div className="k-chart" aria-details={chart.tableId}>
      <Legend chart={chart} id={id} />
      {LAYOUTS.map((layout) => (
        <Frame
          key={layout.name}
          chart={chart}
          layout={layout}
          axis={axis}
          id={id}
          labels={<BarLabels chart={chart} layout={layout} axis={axis} />}
        >
          <Patterns id={`${id}-${layout.name}`} />
          <Bars chart={chart} layout={layout} axis={axis} id={`${id}-${layout.name}`} />
        </Frame>
      ))}
    </div>
  );
}
