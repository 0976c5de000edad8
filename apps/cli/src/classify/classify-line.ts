import { suggest, type Model, type OpinionSuggestion, type Topic } from '@kotae/classification';
import { CHANNELS, type Channel } from '@kotae/kernel';
import { BadLine } from './read-lines';

/** One line of the input file. */
export interface ClassifyInput {
  readonly id: string | number;
  readonly subject: string | null;
  readonly body: string;
  readonly channel: Channel | null;
  readonly opinions: readonly { readonly text: string }[] | null;
}

/** One line of the output file. */
export interface ClassifyOutput {
  readonly id: string | number;
  readonly opinions: readonly {
    readonly text: string;
    /** `null`, as the topic, for a text without a word: nothing can be said of it. */
    readonly class: string | null;
    readonly classConfidence: number;
    readonly topic: string | null;
    /** The three best topics, best first. */
    readonly topics: readonly string[];
    readonly section: string | null;
  }[];
  readonly urgent: string | null;
  readonly pii: readonly { readonly text: string; readonly kind: string }[];
}

/** Reads one line. @throws BadLine that says what is wrong, without quoting the text. */
export function parseClassifyInput(line: string): ClassifyInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLine('は JSON として読めません。', 'is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadLine('は JSON のオブジェクトではありません。', 'is not an object');
  }
  const { id, subject, body, channel, opinions } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new BadLine('に id（文字列か数）がありません。', 'has no id (a string or a number)');
  }
  if (typeof body !== 'string') throw new BadLine('に body（文字列）がありません。', 'has no body (a string)');
  return {
    id,
    body,
    subject: typeof subject === 'string' ? subject : null,
    channel: CHANNELS.find((known) => known === channel) ?? null,
    opinions: readOpinions(opinions),
  };
}

/** `null` when none are given: the body is split then. */
function readOpinions(value: unknown): readonly { text: string }[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) {
    throw new BadLine('の opinions が、[{"text": …}] の形ではありません。', 'has opinions that are no list');
  }
  return value.length === 0 ? null : value.map(readOpinion);
}

function readOpinion(value: unknown): { text: string } {
  const text = typeof value === 'string' ? value : (value as { text?: unknown } | null)?.text;
  if (typeof text !== 'string') {
    throw new BadLine('の opinions に、text（文字列）のないものがあります。', 'has an opinion without text');
  }
  return { text };
}

/** Labels one submission; opinions that were given are labelled as they are. */
export function classify(model: Model, topics: readonly Topic[], input: ClassifyInput): ClassifyOutput {
  let from = 0;
  const opinions = input.opinions?.map(({ text }) => {
    const after = input.body.indexOf(text, from);
    const start = Math.max(0, after >= 0 ? after : input.body.indexOf(text));
    if (after >= 0) from = after + text.length;
    return { text, start, end: start + text.length };
  });
  const suggestion = suggest(model, topics, { ...input, opinions });
  return {
    id: input.id,
    opinions: suggestion.opinions.map(labelsOf),
    urgent: suggestion.urgent?.kind ?? null,
    pii: suggestion.pii.map(({ text, kind }) => ({ text, kind })),
  };
}

function labelsOf({ text, class: class_, topic, section }: OpinionSuggestion): ClassifyOutput['opinions'][number] {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { text, class: null, classConfidence: 0, topic: null, topics: [], section: null };
  }
  return {
    text,
    class: class_.code,
    classConfidence: round(class_.confidence),
    topic: topic.code,
    topics: [topic.code, ...topic.alternatives.map(({ code }) => code)].slice(0, 3),
    section: section?.name ?? null,
  };
}

const round = (confidence: number) => Math.round(confidence * 10_000) / 10_000;
