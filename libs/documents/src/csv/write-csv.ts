import { toCp932 } from './cp932-text';
import { guardFormula } from './formula-guard';

/** UTF-8 with a byte order mark, which Excel needs to recognise it, or the Shift_JIS of Windows. */
export type CsvEncoding = 'utf8-bom' | 'cp932';

/** A CSV file. */
export interface CsvFile {
  readonly bytes: Buffer;
  /** Characters that could not be written as they are, each once; always empty for UTF-8. Warn before handing the file over. */
  readonly unencodable: readonly string[];
}

export type CsvCell = string | number | null;

const BYTE_ORDER_MARK = '\ufeff';
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Rows as CSV (RFC 4180, CRLF), safe to open in a spreadsheet: no cell can be run as a formula. */
export function csv(rows: readonly (readonly CsvCell[])[], options: { readonly encoding: CsvEncoding }): CsvFile {
  const text = rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
  if (options.encoding === 'utf8-bom') return { bytes: Buffer.from(BYTE_ORDER_MARK + text, 'utf8'), unencodable: [] };
  const { bytes, unencodable } = toCp932(text);
  return { bytes: Buffer.from(bytes), unencodable };
}

function field(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = guardFormula(cell.toWellFormed().replaceAll('\u0000', ''));
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
