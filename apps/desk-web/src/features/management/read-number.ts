import { readDecimal } from '@kotae/kernel';

/** `１，２３４．５` → 1234.5; undefined for what is no number. */
export function readNumber(text: string): number | undefined {
  const value = readDecimal(withoutPercent(text));
  return typeof value === 'number' ? value : undefined;
}

/** What is wrong with a number that was typed; undefined when it can be read. */
export function numberProblem(text: string): string | undefined {
  const value = readDecimal(withoutPercent(text));
  if (typeof value === 'number') return undefined;
  return value === 'misplaced_comma'
    ? '桁区切りの「,」の位置を確かめてください（例：1,234.5）'
    : '数字で入れてください（例：1,234.5）';
}

function withoutPercent(text: string): string {
  return text.trim().replace(/[%％]$/, '');
}
