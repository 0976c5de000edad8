import type { Tone } from '@kotae/ui';
import type { PublicationState } from './api';

export const STATE_LABELS: Readonly<Record<PublicationState, { text: string; tone: Tone }>> = {
  draft: { text: '作成中', tone: 'neutral' },
  published: { text: '公表中', tone: 'success' },
  withdrawn: { text: '取り下げ', tone: 'warning' },
};
