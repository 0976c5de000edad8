import { CHANNELS, OPINION_CLASSES, OPINION_SUBTYPES, type Channel, type DayString } from '@kotae/kernel';
import type { TrainingOpinion } from './labels';
import { isOpinionClass, isOpinionSubtype } from './model';

/** One line of a file of labelled letters (data/README.md), as far as training needs it. */
export interface LabelledLetter {
  readonly id: string;
  readonly channel: string;
  readonly receivedOn: DayString;
  readonly subject: string | null;
  readonly body: string;
  readonly opinions: readonly {
    readonly text: string;
    readonly class: string;
    readonly subtype?: string | null;
    readonly topic: string;
  }[];
  readonly pii?: readonly { readonly text: string; readonly kind: string }[];
  readonly urgent?: string | null;
  readonly group?: string | null;
  /** See `TrainingOpinion.practice`. */
  readonly practice?: boolean;
  /** False: written for its words; how it is divided into opinions is not like an inbox, the splitter leaves it out. */
  readonly splitting?: boolean;
}

/** Reads a JSON-lines file of labelled letters. Throws a `RangeError` naming the line that cannot be read. */
export function parseLabelledLetters(jsonLines: string): LabelledLetter[] {
  const letters: LabelledLetter[] = [];
  jsonLines.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new RangeError(`line ${i + 1} is not JSON`);
    }
    if (!isLetter(value)) throw new RangeError(`line ${i + 1} is not a labelled letter`);
    letters.push(value);
  });
  return letters;
}

/** The letter's opinions as training data; the day of arrival stands for the day of decision. */
export function trainingOpinionsOf(letter: LabelledLetter): TrainingOpinion[] {
  const channel = isChannel(letter.channel) ? letter.channel : null;
  return letter.opinions.flatMap((opinion) => {
    if (!isOpinionClass(opinion.class)) return [];
    const subtype = opinion.subtype ?? null;
    return [
      {
        text: opinion.text,
        subject: letter.subject,
        channel,
        class: opinion.class,
        subtype: subtype !== null && isOpinionSubtype(subtype) ? subtype : null,
        topic: opinion.topic,
        decidedOn: letter.receivedOn,
        context: letter.body,
        ...(letter.practice === true ? { practice: true } : {}),
      },
    ];
  });
}

function isChannel(code: string): code is Channel {
  return (CHANNELS as readonly string[]).includes(code);
}

function isLetter(value: unknown): value is LabelledLetter {
  if (typeof value !== 'object' || value === null) return false;
  const letter = value as Partial<Record<keyof LabelledLetter, unknown>>;
  return (
    typeof letter.id === 'string' &&
    typeof letter.body === 'string' &&
    (letter.subject === null || typeof letter.subject === 'string') &&
    Array.isArray(letter.opinions) &&
    letter.opinions.every(isLabelledOpinion)
  );
}

function isLabelledOpinion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const opinion = value as { text?: unknown; class?: unknown; subtype?: unknown; topic?: unknown };
  const subtype = opinion.subtype ?? null;
  return (
    typeof opinion.text === 'string' &&
    typeof opinion.topic === 'string' &&
    (OPINION_CLASSES as readonly unknown[]).includes(opinion.class) &&
    (subtype === null || (OPINION_SUBTYPES as readonly unknown[]).includes(subtype))
  );
}
