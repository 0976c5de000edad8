import { foldKana } from './bigrams';
import { EVERYDAY_WORDS } from './everyday-words';
import { longestByFirst } from './first-characters';
import { FOREIGN_NAMES } from './foreign-names';
import { GIVEN_NAMES, isOldNameInHiragana } from './given-names';
import { KANA_SURNAMES } from './kana-surnames';
import { BLANK, HIRAGANA, KANJI, KATAKANA, LATIN, characterKind } from './name-characters';
import { SURNAMES, WORDLIKE_SURNAMES } from './surnames';

/** What the lists know of one character: part of a family name, of a given name, of an everyday word. */
export const IN_SURNAME = 1;
export const STARTS_SURNAME = 2;
export const WORDLIKE = 4;
export const IN_GIVEN = 8;
export const STARTS_GIVEN = 16;
export const FULL_NAME = 32;
export const EVERYDAY = 64;

/** A text as the name tagger sees it: a value for each UTF-16 unit. */
export interface NamePlaces {
  readonly text: string;
  /** `characterKind`. */
  readonly kind: Uint8Array;
  /** Start and end of the run of one kind (or of the known word in hiragana) a unit belongs to. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** Bits, see above. */
  readonly known: Uint8Array;
  /** 1 where a name can stand at all. */
  readonly possible: Uint8Array;
}

const LONGEST_GIVEN = 4;
const SURNAME_FROM = longestByFirst(SURNAMES);
const GIVEN_FROM = longestByFirst(GIVEN_NAMES);
const EVERYDAY_FROM = longestByFirst(EVERYDAY_WORDS);
const KANA_SURNAME_FROM = longestByFirst(KANA_SURNAMES);

/** Looks every run of a normalised text up in the lists of names. */
export function namePlaces(text: string): NamePlaces {
  const size = text.length;
  const kind = new Uint8Array(size);
  const runStart = new Int32Array(size);
  const runEnd = new Int32Array(size);
  const known = new Uint8Array(size);
  const possible = new Uint8Array(size);
  for (let i = 0; i < size; i++) kind[i] = characterKind(text.charCodeAt(i));
  // 「井ノ口」, 「三ツ木」: these stand for kanji between kanji.
  for (let i = 1; i + 1 < size; i++)
    if (kind[i - 1] === KANJI && kind[i + 1] === KANJI && 'ノツケ'.includes(text[i] ?? '')) kind[i] = KANJI;
  for (let start = 0; start < size;) {
    const k = kind[start] ?? 0;
    let end = start + 1;
    while (end < size && kind[end] === k) end += 1;
    runStart.fill(start, start, end);
    runEnd.fill(end, start, end);
    if (k === KANJI || k === KATAKANA || k === LATIN) possible.fill(1, start, end);
    if (k === KANJI) markKanji(text, start, end, known);
    else if (k === KATAKANA) markKatakana(text, start, end, known);
    else if (k === HIRAGANA) markHiragana(text, start, end, { known, possible, runStart, runEnd, kind });
    start = end;
  }
  for (let i = 1; i + 1 < size; i++)
    if (kind[i] === BLANK && possible[i - 1] === 1 && possible[i + 1] === 1) possible[i] = 1;
  return { text, kind, runStart, runEnd, known, possible };
}

function mark(known: Uint8Array, start: number, end: number, bits: number, first = 0): void {
  for (let i = start; i < end; i++) known[i] = (known[i] ?? 0) | bits;
  known[start] = (known[start] ?? 0) | first;
}

function markKanji(text: string, from: number, to: number, known: Uint8Array): void {
  for (let i = from; i < to; i++) {
    const first = text.charCodeAt(i);
    for (let length = Math.min(SURNAME_FROM[first]!, to - i); length >= 1; length--) {
      const word = text.slice(i, i + length);
      if (!SURNAMES.has(word)) continue;
      mark(known, i, i + length, IN_SURNAME | (WORDLIKE_SURNAMES.has(word) ? WORDLIKE : 0), STARTS_SURNAME);
      const given = givenLength(text, i + length, to);
      if (given > 0) mark(known, i, i + length + given, FULL_NAME);
      break;
    }
    const given = givenLength(text, i, to);
    if (given > 0) mark(known, i, i + given, IN_GIVEN, STARTS_GIVEN);
    for (let length = Math.min(3, EVERYDAY_FROM[first]!, to - i); length >= 2; length--)
      if (EVERYDAY_WORDS.has(text.slice(i, i + length))) {
        mark(known, i, i + length, EVERYDAY);
        break;
      }
  }
}

function givenLength(text: string, from: number, to: number): number {
  for (let length = Math.min(LONGEST_GIVEN, GIVEN_FROM[text.charCodeAt(from)]!, to - from); length >= 1; length--)
    if (GIVEN_NAMES.has(text.slice(from, from + length))) return length;
  return 0;
}

function markKatakana(text: string, from: number, to: number, known: Uint8Array): void {
  const word = text.slice(from, to);
  if (word.length > 10) return;
  if (KANA_SURNAMES.has(foldKana(word))) mark(known, from, to, IN_SURNAME, STARTS_SURNAME);
  if (GIVEN_NAMES.has(word) || FOREIGN_NAMES.has(word)) mark(known, from, to, IN_GIVEN, STARTS_GIVEN);
}

type Columns = Pick<NamePlaces, 'known' | 'possible' | 'runStart' | 'runEnd' | 'kind'>;

/** Names in hiragana have no edge of their own: the longest known one at each place becomes a run. */
function markHiragana(text: string, from: number, to: number, columns: Columns): void {
  const { known, possible, runStart, runEnd, kind } = columns;
  for (let i = from; i < to;) {
    let found = 0;
    const first = text.charCodeAt(i);
    // At the start of a run old names may stand that the list has in katakana only.
    const listed = Math.max(KANA_SURNAME_FROM[first]!, GIVEN_FROM[first]!, i === from ? LONGEST_GIVEN : 0);
    const longest = Math.min(6, listed);
    for (let length = Math.min(longest, to - i); length >= 2; length--) {
      const word = text.slice(i, i + length);
      const surname = KANA_SURNAMES.has(word);
      const given =
        GIVEN_NAMES.has(word) || (i === from && i > 0 && kind[i - 1] !== LATIN && isOldNameInHiragana(word));
      if (!surname && !given) continue;
      if (surname) mark(known, i, i + length, IN_SURNAME, STARTS_SURNAME);
      if (given) mark(known, i, i + length, IN_GIVEN, STARTS_GIVEN);
      found = length;
      break;
    }
    if (found > 0) {
      possible.fill(1, i, i + found);
      runStart.fill(i, i, i + found);
      runEnd.fill(i + found, i, i + found);
    }
    i += Math.max(1, found);
  }
}
