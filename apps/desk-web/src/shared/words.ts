import type { SubmissionState } from '@kotae/contracts';

/** How near a deadline is, in words; the tone only ever stands beside the words. */
export function dueWords(daysLeft: number | null): { text: string; tone: 'danger' | 'warning' | 'neutral' } | null {
  if (daysLeft === null) return null;
  if (daysLeft < 0) return { text: `${-daysLeft}日超過`, tone: 'danger' };
  if (daysLeft === 0) return { text: '今日まで', tone: 'warning' };
  if (daysLeft === 1) return { text: '明日まで', tone: 'warning' };
  if (daysLeft <= 3) return { text: `あと${daysLeft}日`, tone: 'warning' };
  return { text: `あと${daysLeft}日`, tone: 'neutral' };
}

/** 0.917 → 「92%」. Never 100 %: the machine is not sure of anything. */
export function confidenceWords(confidence: number): string {
  return `${Math.max(1, Math.min(99, Math.round(confidence * 100)))}%`;
}

export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  received: '振り分け前',
  triaged: '回答を作成中',
  answered: '返信の発送待ち',
  replied: '返信済み',
  circulated: '供覧で終了',
  forwarded: '移ちょうで終了',
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** ① … ⑳, then (21). */
export function circled(ordinal: number): string {
  return CIRCLED[ordinal - 1] ?? `(${ordinal})`;
}

const BYTES = ['B', 'KB', 'MB'] as const;

/** 1.4 MB. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < BYTES.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10} ${BYTES[unit]}`;
}
