import { LIMITS } from '@kotae/kernel';
import type { ClosingSummary } from './ports';
import type { Indicator } from './model';
import { amount } from './numbers';
import { newestByYear, type TypedValue } from './typed-value';
import { readValueCell } from './value-cell';
import { TABLE_HEADS, columnsOf, type Columns, type TableLine } from './value-table-columns';

/** What one cell of the table does to the values. `before` and `after` null mean that there is no value. */
export interface ValueChange {
  readonly line: number;
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly fiscalYear: number;
  readonly kind: 'new' | 'changed' | 'taken_back' | 'unchanged';
  readonly before: number | null;
  readonly after: number | null;
  /** From the line's own 出典 cell; null where the whole table's source holds. */
  readonly sourceText: string | null;
}

/** What is wrong with a line, in plain Japanese; `column` as the table's head names it, null for the whole line. */
export interface LineProblem {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}

export interface ValueTable {
  /** Lines with an indicator, without the head. */
  readonly lines: number;
  readonly changes: readonly ValueChange[];
  readonly problems: readonly LineProblem[];
}

/** What a table is read against. */
export interface TableGround {
  readonly indicators: readonly Indicator[];
  readonly typed: readonly TypedValue[];
  readonly closings: readonly Pick<ClosingSummary, 'fiscalYear'>[];
  /** The fiscal year that runs; later ones have no values yet. */
  readonly currentYear: number;
}

export const TABLE_LINES_MAX = 2_000;

/** Reads a table of values: what it would add, change and leave, and what is wrong with it. Nothing is written. */
export function readValueTable(table: readonly TableLine[], ground: TableGround): ValueTable {
  const [head, ...body] = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head === undefined) return failed(1, 'ファイルに何も書かれていません。');
  if (body.length > TABLE_LINES_MAX)
    return failed(head.line, `一度に取り込めるのは${TABLE_LINES_MAX.toLocaleString('ja-JP')}行までです。`);
  const columns = columnsOf(head);
  if ('message' in columns) return failed(head.line, columns.message);
  const reader = new LineReader(columns, ground);
  for (const line of body) reader.read(line);
  return { lines: body.length, changes: reader.changes, problems: reader.problems };
}

/** Reads line by line; an indicator may stand in one line only. */
class LineReader {
  readonly changes: ValueChange[] = [];
  readonly problems: LineProblem[] = [];
  private readonly seen = new Map<string, number>();
  private readonly indicators: ReadonlyMap<string, Indicator>;
  private readonly values: ReadonlyMap<string, TypedValue>;
  private readonly closed: ReadonlySet<number>;

  constructor(
    private readonly columns: Columns,
    private readonly ground: TableGround,
  ) {
    this.indicators = new Map(ground.indicators.map((i) => [codeOf(i.id), i]));
    const byIndicator = Map.groupBy(ground.typed, (v) => v.indicatorId);
    this.values = new Map(
      [...byIndicator.values()].flatMap(newestByYear).map((v) => [`${v.indicatorId} ${v.fiscalYear}`, v]),
    );
    this.closed = new Set(ground.closings.map((c) => c.fiscalYear));
  }

  read({ line, cells }: TableLine): void {
    const wrong = (column: string | null, message: string) => this.problems.push({ line, column, message });
    const id = codeOf(cells[this.columns.id] ?? '');
    if (id === '') return void wrong(TABLE_HEADS.id, '指標番号が空いています。');
    const indicator = this.indicators.get(id);
    if (indicator === undefined) return void wrong(TABLE_HEADS.id, 'この計画にない指標番号です。');
    const first = this.seen.get(id);
    if (first !== undefined)
      return void wrong(TABLE_HEADS.id, `${first}行目と同じ指標です。1つの行にまとめてください。`);
    this.seen.set(id, line);
    const refusal = refusalOf(indicator);
    if (refusal !== null) return void wrong(null, refusal);
    if (differs(this.columns.name, cells, indicator.name))
      return void wrong(
        TABLE_HEADS.name,
        `計画の指標名（${indicator.name}）と違います。行がずれていないか、確かめてください。`,
      );
    if (differs(this.columns.unit, cells, indicator.unit ?? ''))
      return void wrong(TABLE_HEADS.unit, `計画の単位（${indicator.unit ?? 'なし'}）と違います。`);
    const sourceText = cells[this.columns.source]?.trim() || null;
    if (sourceText !== null && [...sourceText].length > LIMITS.valueSource)
      return void wrong(TABLE_HEADS.source, `出典は${LIMITS.valueSource}文字以内で書いてください。`);
    for (const year of this.columns.years) this.readYear(line, cells[year.at] ?? '', indicator, year, sourceText);
  }

  private readYear(
    line: number,
    text: string,
    indicator: Indicator,
    { fiscalYear, head }: Columns['years'][number],
    sourceText: string | null,
  ): void {
    const wrong = (message: string) => void this.problems.push({ line, column: head, message });
    const cell = readValueCell(text, indicator);
    if (cell.kind === 'blank') return;
    if (cell.kind === 'wrong') return wrong(`「${quoted(text)}」：${cell.message}。`);
    const after = cell.kind === 'none' ? null : cell.value;
    const before = this.values.get(`${indicator.id} ${fiscalYear}`)?.value ?? null;
    const kind = kindOf(before, after);
    if (kind !== 'unchanged') {
      if (fiscalYear < 1988) return wrong('この年度の値は取り込めません。');
      if (fiscalYear > this.ground.currentYear) return wrong('まだ始まっていない年度です。');
      if (this.closed.has(fiscalYear))
        return wrong(
          `この年度は締められているため、取り込みでは変えられません（いまの値：${before === null ? 'なし' : amount(before, indicator.unit)}）。正すときは、指標の画面で出典を付けて入力してください。`,
        );
    }
    this.changes.push({
      line,
      indicatorId: indicator.id,
      indicatorName: indicator.name,
      unit: indicator.unit ?? '',
      fiscalYear,
      kind,
      before,
      after,
      sourceText,
    });
  }
}

/** What stands in the cell, short enough for a message. */
function quoted(text: string): string {
  const characters = [...text.trim()];
  return characters.length <= 20 ? characters.join('') : `${characters.slice(0, 20).join('')}…`;
}

function kindOf(before: number | null, after: number | null): ValueChange['kind'] {
  if (before === after) return 'unchanged';
  if (before === null) return 'new';
  return after === null ? 'taken_back' : 'changed';
}

/** Why an indicator takes no values from a table; null when it does. */
export function refusalOf(indicator: Indicator): string | null {
  if (indicator.source.kind === 'facts') return 'この指標は意見から自動で数えるため、取り込めません。';
  if (indicator.source.kind === 'formula') return 'この指標は他の指標から計算するため、取り込めません。';
  if (indicator.mode === 'cross_reference') return 'この行は他の指標を指しています。値はその指標の行に書いてください。';
  return null;
}

function differs(column: number, cells: readonly string[], printed: string): boolean {
  const given = column < 0 ? '' : plain(cells[column] ?? '');
  return given !== '' && given !== plain(printed);
}

/** Names compared without width, spaces and the apostrophe that spreadsheets put before a formula. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/^'/, '').replace(/\s+/g, '').replaceAll('~', '〜');
}

function codeOf(text: string): string {
  return plain(text).toUpperCase();
}

function failed(line: number, message: string): ValueTable {
  return { lines: 0, changes: [], problems: [{ line, column: null, message }] };
}
