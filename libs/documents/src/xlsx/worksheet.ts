import { cellText } from './xml-text';

export type XlsxCell = string | number | null;

/** One sheet: a header row that stays in view, then the rows. */
export interface XlsxSheet {
  /** Changed where Excel would refuse it (31 characters, no `[]:*?/\`, unique). */
  readonly name: string;
  /** `width` in characters of the standard font. */
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** Excel's limits. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const WIDEST = 255;
/** A cell that had to be cut says so. */
const CUT_MARK = '…（以下省略）';
/** Indexes into `cellXfs` of the style sheet. */
export const STYLE = { plain: 0, header: 1, text: 2 } as const;

/** @throws RangeError when the sheet is larger than Excel can open. */
export function worksheetXml(sheet: XlsxSheet): string {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), sheet.columns.length);
  if (sheet.rows.length + 1 > MOST_ROWS || width > MOST_COLUMNS) throw new RangeError('too large for a spreadsheet');
  const header = rowXml(
    1,
    sheet.columns.map(({ header: text }) => text),
    STYLE.header,
  );
  const body = sheet.rows.map((row, index) => rowXml(index + 2, row, STYLE.text));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="18"/>' +
    columnsXml(sheet.columns) +
    `<sheetData>${header}${body.join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape"/>' +
    '</worksheet>'
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

function rowXml(number: number, cells: readonly XlsxCell[], textStyle: number): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, textStyle)).join('')}</row>`;
}

function cellXml(reference: string, cell: XlsxCell, textStyle: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${reference}" s="${STYLE.plain}"><v>${cell}</v></c>` : '';
  const text = cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL - CUT_MARK.length) + CUT_MARK : cell;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
