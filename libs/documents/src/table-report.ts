import { TABLE_REPORT_TEMPLATE } from './table-report.template';
import { printable, printableLine } from './typst/printable';
import type { Typesetter } from './typst/typesetter';

/** A column of a printed table. */
export interface TableColumn {
  readonly header: string;
  /** Default: `left`. */
  readonly align?: 'left' | 'right' | 'center';
  /** Share of the page width relative to the other columns with a width; left out: as wide as its content. */
  readonly width?: number;
}

/** A printed table; numbers are printed with thousands separators, `null` as an empty cell. */
export interface TableReport {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly TableColumn[];
  /** One value per column. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** A whole SVG document without outside references or style sheet variables. Drawn above the table, up to 78 mm high. */
  readonly chartSvg?: string;
  /** Stands at the lower left of every page, e.g. the city and the as-of date. */
  readonly footer?: string;
}

const GROUPED = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 10 });

/**
 * A table report as a PDF, A4 landscape, with page numbers and a header that repeats.
 *
 * @throws RangeError when there is no column or a row has another number of cells than there are columns.
 */
export async function tablePdf(typesetter: Typesetter, input: TableReport): Promise<Buffer> {
  if (input.columns.length === 0) throw new RangeError('a table needs a column');
  if (input.rows.some((row) => row.length !== input.columns.length)) {
    throw new RangeError('every row needs one value per column');
  }
  return typesetter.set(TABLE_REPORT_TEMPLATE, {
    title: printableLine(input.title),
    note: input.note ? printable(input.note) : null,
    footer: printableLine(input.footer ?? ''),
    chart: input.chartSvg ?? null,
    columns: input.columns.map(({ header, align, width }) => ({
      header: printableLine(header),
      align: align ?? 'left',
      width: width ?? null,
    })),
    rows: input.rows.map((row) => row.map(cellText)),
  });
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return printable(value);
  return Number.isFinite(value) ? GROUPED.format(value) : '';
}
