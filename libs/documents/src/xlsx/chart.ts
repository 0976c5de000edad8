/** Cells of one column, all numbers counted from 0, rows without the header, both ends inclusive. */
export interface XlsxRange {
  readonly sheet: number;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A value to compare with, drawn as a line over the bars. */
export interface XlsxLine {
  readonly name: string;
  readonly values: XlsxRange;
  readonly dash: 'dash' | 'dot';
}

/** A chart that stays tied to its cells: upright bars with their values, and lines over them. */
export interface XlsxChart {
  readonly title: string;
  readonly unit: string;
  /** The picture in one sentence, for those who do not see it. */
  readonly description: string;
  /** Upper left corner and size, in columns and rows of the sheet it stands on. */
  readonly at: { readonly column: number; readonly row: number };
  readonly size: { readonly columns: number; readonly rows: number };
  readonly categories: XlsxRange;
  readonly bars: { readonly name: string; readonly values: XlsxRange };
  readonly lines: readonly XlsxLine[];
}
