import { kanjiDigitsToAscii } from './kanji-numerals';

/** Every sign people use for a hyphen between digits, as the inside of a character class. */
export const HYPHENS = '\\-‐‑‒–—―−ー~';

/**
 * A copy of a normalised text, same length, in which every digit is ASCII: 〇九〇 → 090, O9O → 090,
 * and every hyphen between digits is `-`. Patterns for numbers run on it, offsets stay valid.
 */
export function digitView(text: string): string {
  return kanjiDigitsToAscii(text.replace(/(0[5789]0)一([0-9]{4})一(?=[0-9]{4})/g, '$1-$2-'))
    .replace(/(?<![A-Za-z])[Oo][5789][Oo](?![A-Za-z])/g, (m) => `0${m[1] ?? ''}0`)
    .replace(/(?<=[0-9])[‐‑‒–—―−ー~](?=[ ]?[0-9(])/g, '-');
}
