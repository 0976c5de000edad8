import type { ValueChangeView, ValueTableCheck } from '@kotae/contracts';
import { amount } from './figures';

export const KIND_WORDS: Readonly<Record<ValueChangeView['kind'], string>> = {
  new: '新しい値',
  changed: '変わる',
  taken_back: '値をなくす',
  unchanged: '変わらない',
};

/** 「4行を読みました。新しい値 3、変わる値 1、変わらない値 6。」 */
export function checkWords({
  lines,
  changes,
  problems,
  moreProblems,
}: Pick<ValueTableCheck, 'lines' | 'changes' | 'problems' | 'moreProblems'>): string {
  const count = (kind: ValueChangeView['kind']) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    `新しい値 ${count('new')}`,
    `変わる値 ${count('changed')}`,
    ...(count('taken_back') > 0 ? [`なくす値 ${count('taken_back')}`] : []),
    `変わらない値 ${count('unchanged')}`,
    ...(problems.length > 0 ? [`直すところ ${(problems.length + moreProblems).toLocaleString('ja-JP')}`] : []),
  ];
  return `${lines.toLocaleString('ja-JP')}行を読みました。${parts.join('、')}。`;
}

export function valueWords(value: number | null, unit: string): string {
  return value === null ? '値なし' : amount(value, unit);
}
