import type { ModelScoresView, ModelView } from '@kotae/contracts';

/** 0.8942 → 89.4. */
export function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}

/** 「80.5%から83.2%に上がりました」, against the model before on the same decisions. */
export function courseOf(before: number, after: number): string {
  const [from, to] = [percentOf(before), percentOf(after)];
  if (from === to) return `${to}%で、変わりません`;
  return `${from}%から${to}%に${to > from ? '上がりました' : '下がりました'}`;
}

/** What a version is today, agreeing with what was written down when it was made. */
export function standingOf({ active, tookOver }: Pick<ModelView, 'active' | 'tookOver'>): string {
  if (active) return 'いま使っている版';
  return tookOver
    ? 'いちばん新しい学び直し（切り替えたあと、ほかの版に替わりました）'
    : 'いちばん新しい学び直し（切り替えませんでした）';
}

/** The four scores with their names, in the order they are shown. */
export const SCORES: readonly { readonly key: Exclude<keyof ModelScoresView, 'items'>; readonly label: string }[] = [
  { key: 'classAccuracy', label: '分類が正しかった割合' },
  { key: 'proposalAccuracy', label: '提案に数えるかが正しかった割合' },
  { key: 'topicTop1', label: '分野が正しかった割合' },
  { key: 'topicTop3', label: '分野が候補3つに入った割合' },
];
