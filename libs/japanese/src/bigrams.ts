import { normalise } from './normalise';

/**
 * The two-character grams of a text for search: normalised, case folded, katakana folded to hiragana,
 * grams never reach across blanks, line ends or punctuation. Sorted, each once. A text of one character gives none.
 */
export function bigrams(text: string): string[] {
  const found = new Set<string>();
  eachBigram(text, (gram) => found.add(gram));
  return [...found].sort();
}

/**
 * The grams of `bigrams` as stable positive 32-bit integers, ascending, each once, for an `int[]` column with a GIN index.
 * The numbers are part of stored data: changing the hash needs a re-index.
 */
export function bigramIds(text: string): number[] {
  const found = new Set<number>();
  eachBigram(text, (gram) => found.add(hashOf(gram)));
  return [...found].sort((a, b) => a - b);
}

/** Katakana → hiragana and lower case, on a text already normalised; keeps the length. */
export function foldKana(text: string): string {
  return text
    .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
}

const WORD = /[\p{L}\p{N}\p{M}\p{So}ー々〆〇]/u;

function eachBigram(text: string, take: (gram: string) => void): void {
  let before = '';
  for (const character of foldKana(normalise(text)).toLowerCase()) {
    if (!WORD.test(character)) {
      before = '';
      continue;
    }
    if (before !== '') take(before + character);
    before = character;
  }
}

/** FNV-1a over UTF-16 units, cut to 31 bits, never 0. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) {
    hash ^= gram.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return hash & 0x7fffffff || 1;
}
