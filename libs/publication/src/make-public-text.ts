import { characters, LIMITS } from '@kotae/kernel';
import { findPersonalInformation, maskPersonalInformation } from '@kotae/japanese';
import type { AnsweredOpinion } from './answered-case';
import type { PublicText } from './publication';

/** A title made from the first words of an opinion is no longer than this. In characters. */
const TITLE_FROM_TEXT = 40;

/**
 * The first version of a public text, for a person to go over: title from the subject or the opinion's first sentence, the
 * opinions and their answers in the same order (numbered when there are several), personal information masked.
 */
export function makePublicText(
  source: { readonly subject: string | null; readonly opinions: readonly AnsweredOpinion[] },
  publicWords: readonly string[],
): PublicText {
  const mask = (text: string) => maskPersonalInformation(text, findPersonalInformation(text, { publicWords }));
  const numbered = (texts: readonly string[]) =>
    texts.length === 1 ? texts[0]! : texts.map((text, i) => `（${i + 1}）${text}`).join('\n\n');
  const first = source.opinions[0]?.text ?? '';
  return {
    title: titleOf(source.subject?.trim() ? mask(source.subject.trim()) : mask(first.trim()), source.subject),
    question: numbered(source.opinions.map(({ text }) => mask(text.trim()))),
    answer: numbered(source.opinions.map(({ answer }) => mask((answer ?? '').trim()))),
  };
}

function titleOf(text: string, subject: string | null): string {
  if (subject?.trim()) return cut(text, LIMITS.publicationTitle);
  return cut((/^[^。！？!?\n]+/.exec(text)?.[0] ?? text).trim(), TITLE_FROM_TEXT);
}

function cut(text: string, limit: number): string {
  return characters(text) <= limit ? text : `${[...text].slice(0, limit - 1).join('')}…`;
}
