import { useId } from 'react';
import type { ChartProps } from './chart-data';
import { formatValue } from './chart-data';
import { endLabels } from './end-labels';
import type { Layout } from './frame';
import { Frame, LAYOUTS, allValues, clearOfReference } from './frame';
import type { LinePoint } from './line-points';
import { linePoints, lineRuns } from './line-points';
import type { ValueAxis } from './scale';
import { valueAxis } from './scale';

const MARKS = ['circle', 'square', 'diamond', 'ring'] as const;

function Mark({ shape, x, y }: { shape: (typeof MARKS)[number]; x: number; y: number }) {
  if (shape === 'square') return <rect x={x - 4} y={y - 4} width="8" height="8" />;
  if (shape === 'diamond') return <path d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`} />;
  return <circle className={shape === 'ring' ? 'k-chart__ring' : undefined} cx={x} cy={y} r="4.5" />;
}

function Line({ points, series }: { points: readonly (LinePoint | null)[]; series: number }) {
  return (
    <g className={`k-chart__line k-chart__line--${series % 4}`}>
      {lineRuns(points).map((run) => (
        <polyline key={run[0]?.index} points={run.map((point) => `${point.x},${point.y}`).join(' ')} fill="none" />
      ))}
      {points.map(
        (point) => point && <Mark key={point.index} shape={MARKS[series % 4] ?? 'circle'} x={point.x} y={point.y} />,
      )}
    </g>
  );
}

function Labels(props: { chart: ChartProps; layout: Layout; axis: ValueAxis; lines: (LinePoint | null)[][] }) {
  const { chart, layout, axis, lines } = props;
  const lasts = lines.map((points) => points.findLast((point) => point !== null));
  if (chart.series.length === 1) {
    const roomy = layout.width / chart.categories.length >= 26;
    return lines[0]?.map(
      (point) =>
        point &&
        (roomy || point === lasts[0]) && (
          <text
            key={point.index}
            className="k-chart__value"
            x={point.x}
            y={clearOfReference(chart, layout, axis, point.y - 10)}
            textAnchor="middle"
          >
            {formatValue(point.value)}
          </text>
        ),
    );
  }
  const heights = endLabels(lasts.flatMap((point, series) => (point ? [{ series, y: point.y }] : [])));
  return chart.series.map((series, s) => {
    const last = lasts[s];
    return last ? (
      <text
        key={series.label}
        className="k-chart__value"
        x={layout.width - layout.right}
        y={heights.get(s)}
        textAnchor="end"
      >
        {`${series.label} ${formatValue(last.value)}`}
      </text>
    ) : null;
  });
}

/** A course over years or months; series differ by line style, mark and name at their end. Up to four. */
export function LineChart(chart: ChartProps) {
  const id = useId();
  const axis = valueAxis(allValues(chart));
  return (
    <div className="k-chart" aria-details={chart.tableId}>
      {LAYOUTS.map((layout) => {
        const lines = chart.series.map((series) => linePoints(series, layout, axis, chart.categories.length));
        return (
          <Frame
            key={layout.name}
            chart={chart}
            layout={layout}
            axis={axis}
            id={id}
            labels={<Labels chart={chart} layout={layout} axis={axis} lines={lines} />}
          >
            {lines.map((points, index) => (
              <Line key={chart.series[index]?.label} points={points} series={index} />
            ))}
          </Frame>
        );
      })}
    </div>
  );
}
