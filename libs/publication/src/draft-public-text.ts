import { findPersonalInformation } from '@kotae/japanese';
import { characters, LIMITS, type PiiKind } from '@kotae/kernel';
import type { AnsweredOpinion } from './answered-case';
import type { PublicText } from './publication';

/** A title made from the first words of an opinion is no longer than this. In characters. */
const TITLE_FROM_TEXT = 40;

/** Stands for a mask while a text is being made, and is as long: signs that no text may hold. */
export const PLACE = '\uFDD0\uFDD1';

/** What the machine hid at one place: several things where they touch. */
export type HiddenPlace = readonly { readonly kind: PiiKind; readonly text: string }[];

/** A text whose masks are still `PLACE`, with what stands behind them in their order. */
export interface DraftField {
  readonly text: string;
  readonly places: readonly HiddenPlace[];
}

export interface PublicTextSource {
  readonly subject: string | null;
  readonly opinions: readonly AnsweredOpinion[];
}

/**
 * The machine's own version of a public text: title from the subject or the opinion's first sentence, the opinions and their
 * answers in the same order (numbered when there are several), and what it hides in them.
 */
export function draftPublicText(
  source: PublicTextSource,
  publicWords: readonly string[],
): Readonly<Record<keyof PublicText, DraftField>> {
  const hide = (text: string) => hidden(text.trim(), publicWords);
  const subject = source.subject?.trim() ?? '';
  const title = hide(subject === '' ? (source.opinions[0]?.text ?? '') : subject);
  return {
    title: withoutLost({ ...title, text: titleOf(title.text, subject === '') }),
    question: numbered(source.opinions.map(({ text }) => hide(text))),
    answer: numbered(source.opinions.map(({ answer }) => hide(answer ?? ''))),
  };
}

function hidden(text: string, publicWords: readonly string[]): DraftField {
  const spans = [...findPersonalInformation(text, { publicWords })].sort((a, b) => a.start - b.start);
  const places: { kind: PiiKind; text: string }[][] = [];
  let made = '';
  let at = 0;
  for (const { start, end, kind, text: found } of spans) {
    if (start > at || places.length === 0) {
      made += text.slice(at, start) + PLACE;
      places.push([]);
    }
    places.at(-1)!.push({ kind, text: found });
    at = Math.max(at, end);
  }
  return { text: made + text.slice(at), places };
}

function numbered(fields: readonly DraftField[]): DraftField {
  const several = fields.length > 1;
  return {
    text: fields.map(({ text }, i) => (several ? `（${i + 1}）${text}` : text)).join('\n\n'),
    places: fields.flatMap(({ places }) => places),
  };
}

/** A title is cut: what was hidden behind its end is gone. */
function withoutLost({ text, places }: DraftField): DraftField {
  return { text, places: places.slice(0, text.split(PLACE).length - 1) };
}

function titleOf(text: string, fromOpinion: boolean): string {
  if (!fromOpinion) return cut(text, LIMITS.publicationTitle);
  return cut((/^[^。！？!?\n]+/.exec(text)?.[0] ?? text).trim(), TITLE_FROM_TEXT);
}

function cut(text: string, limit: number): string {
  return characters(text) <= limit ? text : `${[...text].slice(0, limit - 1).join('')}…`;
}
