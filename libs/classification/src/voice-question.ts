import { OPINION_CLASSES } from '@kotae/kernel';
import type { Topic } from './labels';
import { SURENESS } from './sureness';
import { voiceInstructions } from './voice-instructions';
import { maskForVoice, type KnownOfWriter } from './voice-mask';

/** Everything a second voice is shown of a submission: masked opinions, never the letter. */
export interface VoiceQuestion {
  readonly instructions: string;
  /** JSON: the data, so that no letter can end its own quotation. */
  readonly data: string;
  /** JSON schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Which opinions are asked about, in the order of their numbers 1, 2, …; those left out are too many. */
  readonly asked: readonly { readonly start: number; readonly end: number }[];
}

export interface LetterToAsk {
  readonly subject: string | null;
  readonly body: string;
  /** What the writer has told of themselves, to be masked wherever it stands. */
  readonly writer?: KnownOfWriter | null;
}

/** UTF-16 units of residents' text in one question, subject and opinions together. */
export const MOST_VOICE_TEXT = 4_000;
const MOST_OPINIONS = 12;
const MOST_OF_ONE = 1_200;
const MOST_OF_SUBJECT = 120;

/**
 * The question about the opinions of one submission; null when there is nothing to ask. Masked first, shortened then: a cut
 * through a telephone number would hide it from the finder.
 */
export function voiceQuestion(
  letter: LetterToAsk,
  spans: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  topics: readonly Topic[],
): VoiceQuestion | null {
  const masked = maskForVoice(letter, spans);
  const subject = masked.subject.slice(0, MOST_OF_SUBJECT);
  const texts: string[] = [];
  let left = MOST_VOICE_TEXT - subject.length;
  for (const text of masked.opinions.slice(0, MOST_OPINIONS)) {
    const short = shortened(text);
    if (short.length > left) break;
    left -= short.length;
    texts.push(short);
  }
  if (texts.length === 0) return null;
  return {
    instructions: voiceInstructions(topics),
    data: JSON.stringify({ subject, opinions: texts.map((text, i) => ({ n: i + 1, text })) }),
    schema: answerSchema(topics),
    asked: spans.slice(0, texts.length).map(({ start, end }) => ({ start, end })),
  };
}

/** Head and tail: what it is about and what it asks for. */
function shortened(text: string): string {
  return text.length <= MOST_OF_ONE ? text : `${text.slice(0, 800)}…${text.slice(1 - (MOST_OF_ONE - 800))}`;
}

function answerSchema(topics: readonly Topic[]): Readonly<Record<string, unknown>> {
  const properties = {
    n: { type: 'integer' },
    class: { type: 'string', enum: OPINION_CLASSES },
    class_sure: { type: 'string', enum: SURENESS },
    topic: { type: 'string', enum: topics.map(({ code }) => code) },
    topic_sure: { type: 'string', enum: SURENESS },
  };
  const item = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  return {
    type: 'object',
    properties: { opinions: { type: 'array', items: item } },
    required: ['opinions'],
    additionalProperties: false,
  };
}
