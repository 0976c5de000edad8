import { characters, DomainError, LIMITS, type FieldProblem } from '@kotae/kernel';
import type { PublicText } from './publication';

const FIELDS = [
  { field: 'title', label: '件名', limit: LIMITS.publicationTitle },
  { field: 'question', label: '市民の声', limit: LIMITS.body },
  { field: 'answer', label: '市の考え方', limit: LIMITS.answer },
] as const;
const CLEARED = { most: 100, characters: 200 } as const;
const MOST_HIDDEN = 500;

/** Refuses texts that are too long for the public page. Throws `invalid_input` with a problem per field. */
export function checkLengths(text: PublicText, cleared: readonly string[], hidden: readonly unknown[]): void {
  const problems: FieldProblem[] = FIELDS.filter(({ field, limit }) => characters(text[field]) > limit).map(
    ({ field, label, limit }) => ({
      field,
      message: `${label}は${limit.toLocaleString('ja')}文字までで書いてください。`,
    }),
  );
  if (cleared.length > CLEARED.most || cleared.some((word) => characters(word) > CLEARED.characters)) {
    problems.push({ field: 'cleared', message: '問題がないとした語が多すぎるか、長すぎます。' });
  }
  if (hidden.length > MOST_HIDDEN) problems.push({ field: 'hidden', message: '伏せたところが多すぎます。' });
  refuse(problems);
}

/** Refuses to show the public a text without title, question or answer. Throws `invalid_input`. */
export function checkComplete(text: PublicText): void {
  refuse(
    FIELDS.filter(({ field }) => text[field].trim() === '').map(({ field, label }) => ({
      field,
      message: `${label}を書いてください。`,
    })),
  );
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);
}
