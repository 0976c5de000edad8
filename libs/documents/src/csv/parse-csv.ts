import { DomainError } from '@kotae/kernel';
import { decodeCp932 } from './cp932';

const UNREADABLE = 'ファイルの文字コードを読み取れません。UTF-8またはShift_JIS（CP932）のCSVファイルを選んでください。';
const QUOTE = '"';

/**
 * Reads a CSV file: UTF-8 with or without a byte order mark, or CP932; quoted fields with commas and line ends in them;
 * CRLF, LF or CR. Empty lines are left out. Cells are returned as written, so an apostrophe put before a formula stays.
 *
 * @throws DomainError `unsupported_file` when the bytes are neither UTF-8 nor CP932; `invalid_input` when a quoted field
 * is not closed or goes on after its closing quote. Messages name the line, never its content.
 */
export function parseCsv(bytes: Uint8Array): string[][] {
  return parseCsvLines(bytes).map(({ cells }) => cells);
}

/** A line of a CSV file; `line` counts the lines of the file from 1, also those inside quoted fields. */
export interface CsvLine {
  readonly line: number;
  readonly cells: string[];
}

/** As `parseCsv`, with the place of each line, for messages that name it. */
export function parseCsvLines(bytes: Uint8Array): CsvLine[] {
  const text = decodeUtf8(bytes) ?? decodeCp932(bytes);
  if (text === null || text.includes('\u0000')) throw new DomainError('unsupported_file', UNREADABLE);
  return new CsvReader(text).rows();
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
  } catch {
    return null;
  }
}

/** One pass over the text; `at` is the place of the next character. */
class CsvReader {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  rows(): CsvLine[] {
    const rows: CsvLine[] = [];
    while (this.at < this.text.length) {
      const { line } = this;
      const cells = this.row();
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
    }
    return rows;
  }

  private row(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.text[this.at] === QUOTE ? this.quoted() : this.plain());
      if (this.text[this.at] !== ',') break;
      this.at += 1;
    }
    this.lineEnd();
    return cells;
  }

  private plain(): string {
    const start = this.at;
    while (this.at < this.text.length && !',\r\n'.includes(this.text.charAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private quoted(): string {
    const opened = this.line;
    let cell = '';
    for (;;) {
      const close = this.text.indexOf(QUOTE, this.at + 1);
      if (close < 0) throw malformed(opened, '「"」で始まる項目が閉じられていません');
      cell += this.text.slice(this.at + 1, close);
      this.at = close + 1;
      if (this.text[this.at] !== QUOTE) break;
      cell += QUOTE;
    }
    this.line += cell.match(/\r\n?|\n/g)?.length ?? 0;
    if (this.at < this.text.length && !',\r\n'.includes(this.text.charAt(this.at))) {
      throw malformed(this.line, '閉じた「"」のあとに文字があります');
    }
    return cell;
  }

  private lineEnd(): void {
    if (this.text[this.at] === '\r') this.at += this.text[this.at + 1] === '\n' ? 2 : 1;
    else if (this.text[this.at] === '\n') this.at += 1;
    this.line += 1;
  }
}

function malformed(line: number, what: string): DomainError {
  return new DomainError('invalid_input', `CSVファイルの${line}行目で、${what}。`);
}
