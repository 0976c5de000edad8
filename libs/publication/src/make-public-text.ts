import { MASK } from '@kotae/japanese';
import { draftPublicText, PLACE, type PublicTextSource } from './draft-public-text';
import type { PublicText } from './publication';

/** The first version of a public text, for a person to go over, personal information masked. */
export function makePublicText(source: PublicTextSource, publicWords: readonly string[]): PublicText {
  const { title, question, answer } = draftPublicText(source, publicWords);
  return { title: masked(title.text), question: masked(question.text), answer: masked(answer.text) };
}

/** Sign by sign: where a title was cut, half a place may stand. */
function masked(text: string): string {
  return [...PLACE].reduce((made, sign, i) => made.replaceAll(sign, MASK[i] ?? ''), text);
}
