import type { SubmissionDetail } from '@kotae/contracts';

export interface Stage {
  readonly name: string;
  readonly state: 'done' | 'now' | 'next';
}

/** Where a letter stands on its one way: 振り分け → 回答案 → 決裁 → 返信 (or how it ended instead). */
export function stagesOf(detail: Pick<SubmissionDetail, 'state' | 'opinions'>): Stage[] {
  const end = detail.state === 'circulated' ? '供覧' : detail.state === 'forwarded' ? '移ちょう' : '返信';
  const names = ['振り分け', '回答案', '決裁', end];
  const at = placeOf(detail);
  return names.map((name, index) => ({ name, state: index < at ? 'done' : index === at ? 'now' : 'next' }));
}

function placeOf({ state, opinions }: Pick<SubmissionDetail, 'state' | 'opinions'>): number {
  switch (state) {
    case 'received':
      return 0;
    case 'triaged':
      return opinions.some((o) => ['waiting', 'draft', 'sent_back'].includes(o.answer.state)) ? 1 : 2;
    case 'answered':
      return 3;
    case 'replied':
    case 'circulated':
    case 'forwarded':
      return 4;
  }
}
