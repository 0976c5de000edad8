import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** `number` aligns to the end in tabular figures; `tight` never wraps. */
  kind?: 'text' | 'number' | 'tight';
  /** The cell that names its row. One column should. */
  rowHeader?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table shows; required, may be hidden where a heading says the same. */
  caption: ReactNode;
  captionHidden?: boolean;
  id?: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows of totals. */
  footer?: readonly Row[];
  density?: 'normal' | 'dense';
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
}

/** A table of facts. Wide ones scroll inside their own frame, by keyboard too; the page never does. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, footer = [], rowKey, density = 'normal', empty = 'まだありません' } = props;
  const captionId = useId();
  const line = (row: Row) => (
    <tr key={rowKey(row)}>
      {columns.map((column) => {
        const className = column.kind && column.kind !== 'text' ? `k-table__${column.kind}` : undefined;
        return column.rowHeader ? (
          <th key={column.key} scope="row" className={className}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} className={className}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
  return (
    <div className="k-table-frame" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table id={props.id} className={classNames('k-table', density === 'dense' && 'k-table--dense')}>
        <caption id={captionId} className={props.captionHidden ? 'k-visually-hidden' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.kind === 'number' ? 'k-table__number' : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length > 0 ? (
            rows.map(line)
          ) : (
            <tr>
              <td colSpan={columns.length} className="k-table__empty">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        {footer.length > 0 && <tfoot>{footer.map(line)}</tfoot>}
      </table>
    </div>
  );
}
