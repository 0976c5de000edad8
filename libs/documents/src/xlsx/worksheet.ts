import type { XlsxChart } from './chart';
import { FITTED, STANDARD_PAGE, pageXml, type XlsxPage } from './page';
import { LINE_HEIGHT, rowHeight } from './row-height';
import { cellText, xmlText } from './xml-text';

export type XlsxCell = string | number | null;

/** One sheet: a header row that stays in view, then the rows. */
export interface XlsxSheet {
  /** Changed where Excel would refuse it (31 characters, no `[]:*?/\`, unique). */
  readonly name: string;
  /** `width` in characters of the standard font. */
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly links?: readonly XlsxLink[];
  readonly charts?: readonly XlsxChart[];
  /** Rows that look like the header. */
  readonly headings?: readonly number[];
  /** Columns at the left that stay in view, and are printed again on every page to the right. */
  readonly fixedColumns?: number;
  readonly page?: XlsxPage;
}

/** A cell that leads to a row of a sheet in the same workbook; all numbers count from 0, rows without the header. */
export interface XlsxLink {
  readonly row: number;
  readonly column: number;
  readonly to: { readonly sheet: number; readonly row: number };
  /** What is found there. */
  readonly words: string;
}

/** Excel's limits. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const WIDEST = 255;
/** A cell that had to be cut says so. */
const CUT_MARK = '…（以下省略）';
/** Indexes into `cellXfs` of the style sheet. */
export const STYLE = { header: 1, text: 2, link: 3, whole: 4, wholeLink: 5, decimal: 6 } as const;

/**
 * `names` are those of all sheets of the workbook, for links. The charts are in the part that the sheet's `rId1` names.
 *
 * @throws RangeError when the sheet is larger than Excel can open.
 */
export function worksheetXml(sheet: XlsxSheet, names: readonly string[] = []): string {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), sheet.columns.length);
  if (sheet.rows.length + 1 > MOST_ROWS || width > MOST_COLUMNS) throw new RangeError('too large for a spreadsheet');
  const widths = sheet.columns.map((column) => column.width);
  const headings = new Set(sheet.headings ?? []);
  const linked = new Set((sheet.links ?? []).map(({ row, column }) => `${columnName(column)}${row + 2}`));
  const header = sheet.columns.map(({ header: text }) => text);
  const body = sheet.rows.map((row, index) =>
    rowXml(index + 2, row, widths, headings.has(index) ? STYLE.header : STYLE.text, linked),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    FITTED +
    viewXml(sheet.fixedColumns ?? 0) +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>` +
    columnsXml(sheet.columns) +
    `<sheetData>${rowXml(1, header, widths, STYLE.header)}${body.join('')}</sheetData>` +
    linksXml(sheet.links ?? [], names) +
    pageXml(sheet.page ?? STANDARD_PAGE, sheet.name) +
    ((sheet.charts ?? []).length > 0 ? '<drawing r:id="rId1"/>' : '') +
    '</worksheet>'
  );
}

/** The header and the fixed columns stay where they are. */
function viewXml(fixedColumns: number): string {
  const corner = `${columnName(fixedColumns)}2`;
  const [split, pane] = fixedColumns === 0 ? ['', 'bottomLeft'] : [`xSplit="${fixedColumns}" `, 'bottomRight'];
  return (
    '<sheetViews><sheetView workbookViewId="0">' +
    `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    '</sheetView></sheetViews>'
  );
}

function columnsXml(columns: XlsxSheet['columns']): string {
  if (columns.length === 0) return '';
  const cols = columns.map(({ width }, index) => {
    const bounded = Math.min(Math.max(width, 1), WIDEST);
    return `<col min="${index + 1}" max="${index + 1}" width="${bounded}" customWidth="1"/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}

function linksXml(links: readonly XlsxLink[], names: readonly string[]): string {
  if (links.length === 0) return '';
  const items = links.map(({ row, column, to, words }) => {
    const place = xmlText(`${sheetReference(names[to.sheet] ?? '')}!A${to.row + 2}`);
    return `<hyperlink ref="${columnName(column)}${row + 2}" location="${place}" display="${xmlText(words)}" tooltip="${xmlText(words)}"/>`;
  });
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
}

/** The name of a sheet as formulas write it. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function rowXml(
  number: number,
  cells: readonly XlsxCell[],
  widths: readonly number[],
  textStyle: number,
  linked: ReadonlySet<string> = new Set(),
): string {
  const items = cells.map((cell, index) => {
    const reference = `${columnName(index)}${number}`;
    const whole = Number.isInteger(cell);
    return linked.has(reference)
      ? cellXml(reference, cell, STYLE.link, whole ? STYLE.wholeLink : STYLE.link)
      : cellXml(reference, cell, textStyle, whole ? STYLE.whole : STYLE.decimal);
  });
  const height = rowHeight(cells, widths);
  return `<row r="${number}"${height === LINE_HEIGHT ? '' : ` ht="${height}"`}>${items.join('')}</row>`;
}

function cellXml(reference: string, cell: XlsxCell, textStyle: number, numberStyle: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${reference}" s="${numberStyle}"><v>${cell}</v></c>` : '';
  const text = cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL - CUT_MARK.length) + CUT_MARK : cell;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
