import { readDecimal } from '@kotae/kernel';
import type { Indicator } from './model';
import { TYPED_VALUE_MAX } from './type-in-value';

/** What one cell of a table of values says. `blank` says nothing; `none` says that there is no value. */
export type ValueCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'wrong'; readonly message: string };

/** Marks that tables print where there is no value, after NFKC. */
const NO_VALUE = new Set([
  '-',
  '−',
  '‐',
  '–',
  '—',
  '―',
  'ー',
  '─',
  '...',
  '未集計',
  '集計中',
  '未調査',
  '未実施',
  '未測定',
  '不明',
  'なし',
  '無し',
  '無',
  '該当なし',
]);
const DONE = new Set(['1', '済', '済み', '実施', '実施済', '実施済み', '策定', '策定済', '策定済み', 'できた']);
const NOT_YET = new Set(['0', '未', 'まだ', '未実施', '未策定']);

/**
 * Reads a cell as Excel and people write it: full-width digits, thousand commas, ▲ for minus, the indicator's unit behind
 * the number. 「概ね」 and the like are no numbers: what is compared must be exact.
 */
export function readValueCell(text: string, { mode, unit }: Pick<Indicator, 'mode' | 'unit'>): ValueCell {
  const cell = text
    .normalize('NFKC')
    .trim()
    .replace(/^'(?=[-+=@])/, '');
  if (cell === '') return { kind: 'blank' };
  if (mode === 'milestone') return milestone(cell);
  if (NO_VALUE.has(cell)) return { kind: 'none' };
  const value = readDecimal(withoutUnit(cell, unit));
  if (value === 'misplaced_comma') return wrong('桁区切りの「,」の位置を確かめてください');
  if (value === 'no_number') return wrong('数字として読めません');
  if (Math.abs(value) > TYPED_VALUE_MAX) return wrong('数字が大きすぎます');
  return { kind: 'value', value };
}

function milestone(cell: string): ValueCell {
  if (DONE.has(cell)) return { kind: 'value', value: 1 };
  if (NOT_YET.has(cell)) return { kind: 'value', value: 0 };
  if (NO_VALUE.has(cell)) return { kind: 'none' };
  return wrong('できたら「1」、まだなら「0」と書いてください');
}

/** 「1,040人」 of an indicator in 延人/年 → 「1,040」. */
function withoutUnit(cell: string, unit: string | null): string {
  const plain = (unit ?? '').normalize('NFKC');
  const short = plain.replace(/\/年$/, '').replace(/^延べ?/, '');
  for (const end of [plain, short]) {
    if (end !== '' && cell.endsWith(end)) return withoutTotal(cell.slice(0, -end.length));
  }
  return withoutTotal(cell);
}

/** 「延1,040」 → 「1,040」. */
function withoutTotal(cell: string): string {
  return cell.trim().replace(/^延べ?\s*/, '');
}

function wrong(message: string): ValueCell {
  return { kind: 'wrong', message };
}
