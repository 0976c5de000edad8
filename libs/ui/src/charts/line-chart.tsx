import { useId } from 'react';
import type { ChartProps } from './chart-data';
import { formatValue } from './chart-data';
import type { Layout } from './frame';
import { Frame, LAYOUTS, allValues, bandsOf, round, yOf } from './frame';
import type { ValueAxis } from './scale';
import { valueAxis } from './scale';

interface Point {
  x: number;
  y: number;
  value: number;
  index: number;
}

/** Runs of neighbouring values; a gap in the data is a gap in the line. */
function runs(points: readonly (Point | null)[]): Point[][] {
  const result: Point[][] = [];
  let run: Point[] = [];
  for (const point of [...points, null]) {
    if (point) run.push(point);
    else if (run.length > 0) {
      result.push(run);
      run = [];
    }
  }
  return result;
}

const MARKS = ['circle', 'square', 'diamond', 'ring'] as const;

function Mark({ shape, x, y }: { shape: (typeof MARKS)[number]; x: number; y: number }) {
  if (shape === 'square') return <rect x={x - 4} y={y - 4} width="8" height="8" />;
  if (shape === 'diamond') return <path d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`} />;
  return <circle className={shape === 'ring' ? 'k-chart__ring' : undefined} cx={x} cy={y} r="4.5" />;
}

function Line(props: { chart: ChartProps; layout: Layout; axis: ValueAxis; series: number }) {
  const { chart, layout, axis, series: s } = props;
  const series = chart.series[s];
  if (!series) return null;
  const bands = bandsOf(layout, chart.categories.length);
  const points = series.values.map((value, index) => {
    const band = bands[index];
    if (value === null || !band) return null;
    return { x: round(band.x + band.width / 2), y: yOf(layout, axis, value), value, index };
  });
  const last = points.findLast((point) => point !== null);
  const single = chart.series.length === 1;
  const roomy = (bands[0]?.width ?? 0) >= 24;
  return (
    <g className={`k-chart__line k-chart__line--${s % 4}`}>
      {runs(points).map((run) => (
        <polyline key={run[0]?.index} points={run.map((point) => `${point.x},${point.y}`).join(' ')} fill="none" />
      ))}
      {points.map((point) => point && <Mark key={point.index} shape={MARKS[s % 4] ?? 'circle'} x={point.x} y={point.y} />)}
      {points.map((point) =>
        point && (single ? roomy || point === last : point === last) ? (
          <text key={point.index} className="k-chart__value" x={point.x} y={point.y - 10} textAnchor="middle">
            {formatValue(point.value)}
          </text>
        ) : null,
      )}
      {last && !single && (
        <text className="k-chart__name" x={layout.width - layout.right} y={last.y + 22} textAnchor="end">
          {series.label}
        </text>
      )}
    </g>
  );
}

/** A course over years or months; series differ by line style, mark and name at their end. Up to four. */
export function LineChart(chart: ChartProps) {
  const id = useId();
  const axis = valueAxis(allValues(chart));
  return (
    <div className="k-chart" aria-details={chart.tableId}>
      {LAYOUTS.map((layout) => (
        <Frame key={layout.name} chart={chart} layout={layout} axis={axis} id={id}>
          {chart.series.map((series, index) => (
            <Line key={series.label} chart={chart} layout={layout} axis={axis} series={index} />
          ))}
        </Frame>
      ))}
    </div>
  );
}
