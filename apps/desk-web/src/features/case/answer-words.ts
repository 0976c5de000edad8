import type { AnswerState } from '@kotae/contracts';
import type { Tone } from '@kotae/ui';

export const ANSWER_WORDS: Readonly<Record<AnswerState, { text: string; tone: Tone }>> = {
  waiting: { text: '回答案はまだありません', tone: 'neutral' },
  draft: { text: '下書き', tone: 'neutral' },
  submitted: { text: '決裁待ち', tone: 'accent' },
  sent_back: { text: '差し戻し', tone: 'warning' },
  approved: { text: '決裁済み', tone: 'success' },
  not_needed: { text: '回答は不要', tone: 'neutral' },
};

export const STEP_WORDS = {
  submit: '決裁に出しました',
  approve: '決裁しました',
  send_back: '差し戻しました',
  approve_on_behalf: '代決しました',
} as const;
