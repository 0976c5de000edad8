import { suggest, type Model, type Topic } from '@kotae/classification';
import { CHANNELS, type Channel } from '@kotae/kernel';

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
    readonly class: string;
    readonly classConfidence: number;
    readonly topic: string;
    /** The three best topics, best first. */
    readonly topics: readonly string[];
    readonly section: string | null;
  }[];
  readonly urgent: string | null;
  readonly pii: readonly { readonly text: string; readonly kind: string }[];
}

/** Reads one line. @throws RangeError that says what is wrong, without quoting the text. */
export function parseClassifyInput(line: string): ClassifyInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RangeError('is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw new RangeError('is not an object');
  const { id, subject, body, channel, opinions } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new RangeError('has no id');
  if (typeof body !== 'string') throw new RangeError('has no body');
  return {
    id,
    body,
    subject: typeof subject === 'string' ? subject : null,
    channel: CHANNELS.find((known) => known === channel) ?? null,
    opinions: Array.isArray(opinions) && opinions.length > 0 ? opinions.map(readOpinion) : null,
  };
}

function readOpinion(value: unknown): { text: string } {
  const text = typeof value === 'string' ? value : (value as { text?: unknown } | null)?.text;
  if (typeof text !== 'string') throw new RangeError('has an opinion without text');
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
    opinions: suggestion.opinions.map((opinion) => ({
      text: opinion.text,
      class: opinion.class.code,
      classConfidence: round(opinion.class.confidence),
      topic: opinion.topic.code,
      topics: [opinion.topic.code, ...opinion.topic.alternatives.map((other) => other.code)].slice(0, 3),
      section: opinion.section?.name ?? null,
    })),
    urgent: suggestion.urgent?.kind ?? null,
    pii: suggestion.pii.map(({ text, kind }) => ({ text, kind })),
  };
}

const round = (confidence: number) => Math.round(confidence * 10_000) / 10_000;
