import { isOpinionClass } from './model';
import type { Topic } from './labels';
import type { VoiceLabels } from './second-voice';
import { SURENESS, type Sureness } from './sureness';

/** Longer answers are not looked at: a few hundred characters are enough for any question. */
const MOST_ANSWER = 20_000;
const MOST_TRIES = 30;

const NOTHING: VoiceLabels = { class: null, topic: null };

/**
 * Reads a server's answer about `asked` opinions. Nothing in it is believed but codes of the city's own: other codes, other
 * numbers and second answers about an opinion are dropped.
 * @returns one entry for every opinion asked about; null when nothing in it can be used.
 */
export function readVoiceAnswer(content: string, asked: number, topics: readonly Topic[]): VoiceLabels[] | null {
  const list = firstList(content.slice(0, MOST_ANSWER));
  if (list === null) return null;
  const codes = new Set(topics.map(({ code }) => code));
  const labels: (VoiceLabels | undefined)[] = Array.from({ length: asked });
  for (const one of list) {
    if (typeof one !== 'object' || one === null) continue;
    const { n, ...said } = one as Record<string, unknown>;
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > asked || labels[n - 1] !== undefined) continue;
    const { class: class_, topic } = said;
    labels[n - 1] = {
      class:
        typeof class_ === 'string' && isOpinionClass(class_)
          ? { code: class_, sure: surenessOf(said['class_sure']) }
          : null,
      topic:
        typeof topic === 'string' && codes.has(topic) ? { code: topic, sure: surenessOf(said['topic_sure']) } : null,
    };
  }
  const read = Array.from(labels, (one) => one ?? NOTHING);
  return read.some((one) => one.class !== null || one.topic !== null) ? read : null;
}

/** A word it does not know is no confidence. */
function surenessOf(word: unknown): Sureness {
  return SURENESS.find((one) => one === word) ?? 'unsure';
}

/** The list `opinions` of the first JSON object that has one, wherever it stands in the text. */
function firstList(text: string): unknown[] | null {
  let from = text.indexOf('{');
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
    const end = endOfObject(text, from);
    const value = end < 0 ? null : parsed(text.slice(from, end));
    if (typeof value === 'object' && value !== null) {
      const { opinions } = value as { opinions?: unknown };
      if (Array.isArray(opinions)) return opinions as unknown[];
    }
    from = text.indexOf('{', value === null ? from + 1 : end);
  }
  return null;
}

function endOfObject(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '\\') i += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && (depth -= 1) === 0) return i + 1;
  }
  return -1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
