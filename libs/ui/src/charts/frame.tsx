import type { ReactNode } from 'react';
import type { ChartProps } from './chart-data';
import { formatValue } from './chart-data';
import type { ValueAxis } from './scale';
import { labelEvery } from './scale';

/** A drawing is made twice, for wide and for narrow columns; CSS shows the one that fits, so text keeps its size. */
export interface Layout {
  name: 'wide' | 'narrow';
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const LAYOUTS: readonly Layout[] = [
  { name: 'wide', width: 680, height: 334, left: 48, right: 16, top: 48, bottom: 34 },
  { name: 'narrow', width: 320, height: 276, left: 36, right: 8, top: 48, bottom: 30 },
];

/** Where the reference is named; values stand below `top` less a line of text. */
const REFERENCE_Y = 14;

export function yOf(layout: Layout, axis: ValueAxis, value: number): number {
  const height = layout.height - layout.top - layout.bottom;
  return round(layout.top + height * (1 - (value - axis.min) / (axis.max - axis.min)));
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Left edge and width of each category's band. */
export function bandsOf(layout: Layout, count: number): { x: number; width: number }[] {
  const width = (layout.width - layout.left - layout.right) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({ x: layout.left + index * width, width }));
}

interface FrameProps {
  chart: ChartProps;
  layout: Layout;
  axis: ValueAxis;
  /** Unique in the page; the frame adds the layout's name. */
  id: string;
  children: ReactNode;
  /** Drawn over the reference line, so that it strikes no number through. */
  labels?: ReactNode;
}

/** Title, description, value axis, category labels and the reference line, around what a chart draws itself. */
export function Frame({ chart, layout, axis, id, children, labels }: FrameProps) {
  const own = `${id}-${layout.name}`;
  const right = layout.width - layout.right;
  const every = labelEvery(chart.categories.length, layout.name === 'wide' ? 16 : 8);
  const bands = bandsOf(layout, chart.categories.length);
  const { reference } = chart;
  return (
    <svg
      className={`k-chart__svg k-chart__svg--${layout.name}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="img"
      aria-labelledby={`${own}-title`}
      aria-describedby={`${own}-desc`}
    >
      <title id={`${own}-title`}>{chart.title}</title>
      <desc id={`${own}-desc`}>{chart.description}</desc>
      <text className="k-chart__unit" x={layout.left - 8} y={layout.top - 14} textAnchor="end">
        {chart.unit}
      </text>
      {axis.ticks.map((tick) => (
        <g key={tick} className={tick === 0 ? 'k-chart__tick k-chart__tick--zero' : 'k-chart__tick'}>
          <line x1={layout.left} x2={right} y1={yOf(layout, axis, tick)} y2={yOf(layout, axis, tick)} />
          <text x={layout.left - 8} y={yOf(layout, axis, tick) + 4} textAnchor="end">
            {formatValue(tick)}
          </text>
        </g>
      ))}
      {bands.map((band, index) =>
        index % every === 0 ? (
          <text
            key={chart.categories[index]}
            className="k-chart__category"
            x={round(band.x + band.width / 2)}
            y={layout.height - layout.bottom + 20}
            textAnchor="middle"
          >
            {chart.categories[index]}
          </text>
        ) : null,
      )}
      {children}
      {reference && (
        <g className="k-chart__reference">
          <line
            x1={layout.left}
            x2={right}
            y1={yOf(layout, axis, reference.value)}
            y2={yOf(layout, axis, reference.value)}
          />
          {/* Above the drawing: beside the line it would meet the values. */}
          <line x1={right - 24} x2={right} y1={REFERENCE_Y - 4} y2={REFERENCE_Y - 4} />
          <text x={right - 30} y={REFERENCE_Y} textAnchor="end">
            {`${reference.label} ${formatValue(reference.value)}${chart.unit}`}
          </text>
        </g>
      )}
      {labels}
    </svg>
  );
}

/** Height of a value's words, moved over the reference line where that would run through them. */
export function clearOfReference(chart: ChartProps, layout: Layout, axis: ValueAxis, y: number): number {
  if (!chart.reference) return y;
  const line = yOf(layout, axis, chart.reference.value);
  return line > y - 14 && line < y + 4 ? line - 5 : y;
}

/** Every number the axis must hold. */
export function allValues(chart: ChartProps): number[] {
  const values = chart.series.flatMap((series) => series.values).filter((value): value is number => value !== null);
  return chart.reference ? [...values, chart.reference.value] : values;
}
