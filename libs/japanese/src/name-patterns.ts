/** Pieces of patterns the finders of names share, on normalised text. */

/** One kanji as names are written with. */
export const K = '(?:[一-龠々ヶ﨑髙]|𠮷|(?<=[一-龠])[ノツケ](?=[一-龠]))';

/** A run that may hold a family and a given name, with or without a blank. */
export const FULL = `(?:${K}{1,6}(?: ${K}{1,4}| [ぁ-ん]{2,4}| [ァ-ヶー]{2,5}|[ァ-ヶー]{2,3}(?![ァ-ヶー]))?)`;

/** Two katakana words: 「コウサカ リュウ」, 「グエン・ティ・ラン」. */
export const KATAKANA_FULL = '[ァ-ヴー]{1,8}(?:[ ・][ァ-ヴー]{1,10}){1,3}';

/** Two to four Latin words: 「Sari Dewi」. */
export const LATIN_FULL = "[A-Z][a-z'-]{1,15}(?:[ ・][A-Z][A-Za-z'-]{0,15}){1,3}";

/** Takes a find: where the name starts in the text, and the name. */
export type AddName = (start: number, name: string) => void;

/**
 * Calls `take` for the first group of each match that is not empty. The pattern (flag g) is used as it is, not copied as
 * `matchAll` does: dozens of them run over every letter.
 */
export function eachName(
  text: string,
  pattern: RegExp,
  take: (name: string, start: number, match: RegExpExecArray) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    let name = '';
    for (let group = 1; group < match.length && name === ''; group++) name = match[group] ?? '';
    if (name !== '') take(name, match.index + match[0].indexOf(name), match);
    // What `take` does may run the same pattern; an empty match must not be found again.
    pattern.lastIndex = match[0] === '' ? lastIndex + 1 : lastIndex;
  }
}
