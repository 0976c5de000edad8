import { useId } from 'react';
import type { ChartProps } from './chart-data';
import { formatValue } from './chart-data';
import type { Layout } from './frame';
import { Frame, LAYOUTS, allValues, bandsOf, round, yOf } from './frame';
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

function Bars({ chart, layout, axis, id }: BarsProps) {
  const bands = bandsOf(layout, chart.categories.length);
  const count = Math.max(1, chart.series.length);
  const group = Math.min((bands[0]?.width ?? 0) * 0.68, 56 * count);
  const width = group / count;
  // A value is written above its bar only where it fits; the table has them all.
  const longest = Math.max(0, ...allValues(chart).map((value) => formatValue(value).length));
  const labelled = width >= longest * 7 + 1;
  return chart.series.map((series, s) => (
    <g key={series.label}>
      {series.values.map((value, index) => {
        const band = bands[index];
        if (value === null || !band) return null;
        const x = round(band.x + (band.width - group) / 2 + s * width);
        const y = yOf(layout, axis, Math.max(0, value));
        const height = round(Math.abs(yOf(layout, axis, value) - yOf(layout, axis, 0)));
        return (
          <g key={chart.categories[index]}>
            <rect
              className={`k-chart__bar k-chart__bar--${s % 4}`}
              x={x}
              y={y}
              width={round(Math.max(2, width - 2))}
              height={height}
              fill={patternFill(id, s)}
            />
            {labelled && (
              <text className="k-chart__value" x={round(x + width / 2 - 1)} y={y - 6} textAnchor="middle">
                {formatValue(value)}
              </text>
            )}
          </g>
        );
      })}
    </g>
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
        <Frame key={layout.name} chart={chart} layout={layout} axis={axis} id={id}>
          <Patterns id={`${id}-${layout.name}`} />
          <Bars chart={chart} layout={layout} axis={axis} id={`${id}-${layout.name}`} />
        </Frame>
      ))}
    </div>
  );
}
