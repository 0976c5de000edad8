import { fiscalYearLabel } from '@kotae/kernel';
import { readFiscalYear } from './fiscal-year-words';

/** One line of a table as it was read from a file; `line` counts the file's lines from 1. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export const TABLE_HEADS = { id: '指標番号', name: '指標名', unit: '単位', source: '出典' } as const;

/** Where the columns stand; −1 for one that is missing. */
export interface Columns {
  readonly id: number;
  readonly name: number;
  readonly unit: number;
  readonly source: number;
  readonly years: readonly { readonly at: number; readonly fiscalYear: number; readonly head: string }[];
}

/** Finds the columns of a table by the names in its head, or says what is wrong with the head. */
export function columnsOf(head: TableLine): Columns | { readonly message: string } {
  const names = head.cells.map((cell) => cell.normalize('NFKC').replace(/\s+/g, ''));
  const at = (name: string) => names.indexOf(name);
  if (at(TABLE_HEADS.id) < 0)
    return { message: `1行目に「${TABLE_HEADS.id}」の列がありません。ひな形の見出しをそのまま使ってください。` };
  const years = names.flatMap((name, index) => {
    const fiscalYear = readFiscalYear(name);
    return fiscalYear === null ? [] : [{ at: index, fiscalYear, head: fiscalYearLabel(fiscalYear) }];
  });
  if (years.length === 0)
    return { message: '1行目に年度の列（「令和7年度」など）がありません。ひな形の見出しをそのまま使ってください。' };
  const twice = years.find((year, index) => years.findIndex((y) => y.fiscalYear === year.fiscalYear) !== index);
  if (twice !== undefined) return { message: `1行目に「${twice.head}」の列が2つあります。` };
  return {
    id: at(TABLE_HEADS.id),
    name: at(TABLE_HEADS.name),
    unit: at(TABLE_HEADS.unit),
    source: at(TABLE_HEADS.source),
    years,
  };
}
