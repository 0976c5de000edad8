import { japaneseDate, type DayString } from '@kotae/kernel';
import type { AnswerState } from './answer-states';
import type { ReplyState } from './case-file';
import type { SubmissionState } from './submission-states';

/** What of a submission decides what it needs next. */
export interface NeedsSource {
  readonly state: SubmissionState;
  readonly replyWanted: boolean;
  readonly doNotContact: boolean;
  readonly replyState: ReplyState | null;
  readonly opinions: readonly {
    readonly answerState: AnswerState;
    readonly sectionName: string;
    readonly nextLookOn: DayString | null;
  }[];
}

/** What a submission needs next, in words that stand in the inbox: 振り分け, 回答案（道路課）, 決裁, 発送 … */
export function whatItNeeds(source: NeedsSource): string {
  switch (source.state) {
    case 'received':
      return '振り分け';
    case 'triaged':
      return answersNeeded(source);
    case 'answered':
      if (source.replyState === 'sending') return '送信中';
      if (source.replyState === 'failed') return '再送（メール不達）';
      return source.replyWanted && !source.doNotContact ? '発送' : '供覧';
    case 'replied':
      return lookAgain(source) ?? '回答済み';
    case 'circulated':
      return lookAgain(source) ?? '供覧済み';
    case 'forwarded':
      return lookAgain(source) ?? '移ちょう済み';
  }
}

function answersNeeded({ opinions }: NeedsSource): string {
  const sections = (states: readonly AnswerState[]) => [
    ...new Set(opinions.filter((o) => states.includes(o.answerState)).map((o) => o.sectionName)),
  ];
  const parts = [
    ['回答案', sections(['waiting', 'draft', 'sent_back'])],
    ['決裁', sections(['submitted'])],
  ] as const;
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}（${names.join('・')}）`)
    .join(' ');
}

function lookAgain({ opinions }: NeedsSource): string | null {
  const days = opinions.flatMap((o) => (o.nextLookOn === null ? [] : [o.nextLookOn])).sort();
  return days[0] === undefined ? null : `見直し（${japaneseDate(days[0], 'short')}）`;
}
