import { useId } from 'react';
import type { ReactNode } from 'react';
import { DataTable } from '../content/data-table';
import { Heading } from '../heading';
import type { HeadingLevel } from '../types';
import { BarChart } from './bar-chart';
import type { ChartData } from './chart-data';
import { formatValue } from './chart-data';
import { LineChart } from './line-chart';

export interface ChartWithTableProps extends ChartData {
  kind: 'bar' | 'line';
  /** Header of the first column: 「年度」, 「月」. */
  categoryHeader: string;
  headingLevel?: HeadingLevel;
  /** Beside a category in the table: 「確定」. */
  mark?: (category: number) => ReactNode;
  /** Number of a cell as something to open: the link to the opinions behind it. */
  cell?: (value: number, at: { category: number; series: number }) => ReactNode;
  /** Under the picture: as-of date, source, formula. */
  note?: ReactNode;
  /** `beside` where there is room, else under; `folded` behind 「表で見る」 (printed all the same). */
  table?: 'beside' | 'below' | 'folded';
}

/** A chart and its numbers, never one without the other. */
export function ChartWithTable(props: ChartWithTableProps) {
  const { kind, categoryHeader, headingLevel = 3, mark, cell, note, table = 'beside', ...chart } = props;
  const tableId = useId();
  const Chart = kind === 'bar' ? BarChart : LineChart;
  const numbers = (
    <DataTable
      id={tableId}
      density="dense"
      caption={`${chart.title}の表（${chart.unit}）`}
      columns={[
        {
          key: 'category',
          header: categoryHeader,
          rowHeader: true,
          kind: 'tight',
          cell: (row: number) => {
            const marked = mark?.(row);
            return (
              <>
                {chart.categories[row]}
                {marked && <small className="k-table__mark">{marked}</small>}
              </>
            );
          },
        },
        ...chart.series.map((series, s) => ({
          key: `s${s}`,
          header: series.label,
          kind: 'number' as const,
          cell: (row: number) => {
            const value = series.values[row] ?? null;
            if (value === null) return <span title="値がありません">…</span>;
            return cell ? cell(value, { category: row, series: s }) : formatValue(value);
          },
        })),
      ]}
      rows={chart.categories.map((_, index) => index)}
      rowKey={(row) => `${row}`}
    />
  );
  return (
    <figure className={`k-chart-figure k-chart-figure--${table}`}>
      <figcaption>
        <Heading level={headingLevel} className="k-chart-figure__title">
          {chart.title}
        </Heading>
      </figcaption>
      <div className="k-chart-figure__body">
        <Chart {...chart} tableId={tableId} />
        {table === 'folded' ? (
          <details className="k-details">
            <summary>表で見る</summary>
            {numbers}
          </details>
        ) : (
          numbers
        )}
      </div>
      {note && <div className="k-chart-figure__note">{note}</div>}
    </figure>
  );
}
