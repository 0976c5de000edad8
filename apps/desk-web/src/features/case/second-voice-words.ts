import type { OpinionGuess } from '@kotae/contracts';
import type { OpinionClass } from '@kotae/kernel';

/** How labels are called on the screen. */
export interface LabelWords {
  readonly class: (code: OpinionClass) => string;
  readonly topic: (code: string) => string;
}

/** What the second voice thinks beside the suggestion, in one sentence; null where it said nothing. */
export function secondVoiceWords(guess: OpinionGuess, names: LabelWords): string | null {
  const voice = guess.secondVoice;
  if (voice === null || (voice.class === null && voice.topic === null)) return null;
  const other = [
    ...(voice.class === null || voice.class === guess.class.code ? [] : [`分類は「${names.class(voice.class)}」`]),
    ...(voice.topic === null || voice.topic === guess.topic.code ? [] : [`分野は「${names.topic(voice.topic)}」`]),
  ];
  return other.length === 0
    ? 'もう一つの文章モデルも同じ見方です。'
    : `もう一つの文章モデルは別の見方（${other.join('、')}）です。`;
}
