import { EVERYDAY_WORDS } from '../everyday-words';
import { FOREIGN_NAMES, SINGLE_KANJI_SURNAMES } from '../foreign-names';
import { GIVEN_NAMES } from '../given-names';
import { KANA_SURNAMES } from '../kana-surnames';
import { nameStrength } from '../person-name';
import { COMMON_SURNAMES } from '../surnames-common';
import { SURNAMES } from '../surnames';
import type { NamedPlace, NamedText } from './marked-text';
import type { Random } from './random';

const listOf = (words: Iterable<string>, shape: RegExp): string[] => [...words].filter((word) => shape.test(word));

const COMMON = COMMON_SURNAMES.split(/\s+/).filter((name) => name !== '');
const KANJI_SURNAMES = listOf(SURNAMES, /^[一-龠々ヶ]{2,5}$/);
const KANJI_GIVEN = listOf(GIVEN_NAMES, /^[一-龠々]{1,3}$/);
const HIRAGANA_GIVEN = listOf(GIVEN_NAMES, /^[ぁ-ん]{2,5}$/);
const KATAKANA_GIVEN = listOf(GIVEN_NAMES, /^[ァ-ヶー]{2,4}$/);
const HIRAGANA_SURNAMES = listOf(KANA_SURNAMES, /^[ぁ-ん]{2,6}$/);
const FOREIGN = listOf(FOREIGN_NAMES, /^[ァ-ヶー]{2,}$/);
const FIRST_HALVES = KANJI_SURNAMES.map((name) => name.slice(0, 1));
const LAST_HALVES = KANJI_SURNAMES.map((name) => name.slice(1));
const GIVEN_FIRST = KANJI_GIVEN.filter((name) => name.length >= 2).map((name) => name.slice(0, 1));
const GIVEN_LAST = KANJI_GIVEN.filter((name) => name.length >= 2).map((name) => name.slice(1));
const LATIN =
  'Maria Linh Nguyen Santos Silva Kumar Chen Kim Park Lee David Anna Sato Tanaka Yuki Ken Rosa Carlos Ahmed Fatima John Mary Tran Pham Ramos Garcia Dewi Sari Wang Li Zhang Shrestha Rai Gurung Emily Brown Smith'.split(
    ' ',
  );

const kata = (hiragana: string): string =>
  hiragana.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));

/** What part of a name a text is, so that another of the same part can stand there. */
type Part = 'surname' | 'given' | 'full' | 'katakana' | 'hiragana' | 'foreign' | 'latin' | 'other';

function partOf(name: string, before: string): Part {
  if (/[A-Za-z]/.test(name)) return 'latin';
  if (/^[ァ-ヴー]+$/.test(name)) return FOREIGN_NAMES.has(name) ? 'foreign' : 'katakana';
  if (/^[ァ-ヴー ・]+$/.test(name)) return 'foreign';
  if (/^[ぁ-ん]+$/.test(name)) return 'hiragana';
  if (/[ぁ-んァ-ヴー ]/.test(name)) return 'full';
  const kin = /[娘息子男女孫妻夫母父兄弟姉妹内人歳組年](?:の|、|・|は|\(|「)?$/.test(before);
  if (SURNAMES.has(name) && !(kin && GIVEN_NAMES.has(name))) return 'surname';
  if (GIVEN_NAMES.has(name)) return 'given';
  const strength = nameStrength(name);
  if (strength === 'full' || strength === 'likely_full' || name.length >= 4) return 'full';
  return kin ? 'given' : 'surname';
}

function coined(first: readonly string[], last: readonly string[], random: Random): string {
  for (;;) {
    const name = random.of(first) + random.of(last);
    if (!EVERYDAY_WORDS.has(name)) return name;
  }
}

function surname(random: Random): string {
  const at = random.next();
  if (at < 0.35) return random.of(COMMON);
  if (at < 0.68) return random.of(KANJI_SURNAMES);
  if (at < 0.7) return random.of([...SINGLE_KANJI_SURNAMES]);
  return coined(FIRST_HALVES, LAST_HALVES, random);
}

function given(random: Random): string {
  const at = random.next();
  if (at < 0.5) return random.of(KANJI_GIVEN);
  if (at < 0.7) return coined(GIVEN_FIRST, GIVEN_LAST, random);
  if (at < 0.86) return random.of(HIRAGANA_GIVEN);
  return random.of(KATAKANA_GIVEN);
}

function replacement(part: Part, random: Random): string {
  const at = random.next();
  switch (part) {
    case 'surname':
      if (at < 0.9) return surname(random);
      return at < 0.95 ? kata(random.of(HIRAGANA_SURNAMES)) : random.of(HIRAGANA_SURNAMES);
    case 'given':
      return given(random);
    case 'full':
      if (at < 0.04) return `${random.of(HIRAGANA_SURNAMES)} ${random.of(HIRAGANA_GIVEN)}`;
      if (at < 0.08) return `${kata(random.of(HIRAGANA_SURNAMES))} ${random.of(KATAKANA_GIVEN)}`;
      return `${surname(random)}${random.next() < 0.35 ? ' ' : ''}${given(random)}`;
    case 'katakana':
      if (at < 0.4) return kata(random.of(HIRAGANA_SURNAMES));
      return at < 0.8 ? random.of(KATAKANA_GIVEN) : kata(random.of(HIRAGANA_GIVEN));
    case 'hiragana':
      return at < 0.45 ? random.of(HIRAGANA_SURNAMES) : random.of(HIRAGANA_GIVEN);
    case 'foreign': {
      const words = [random.of(FOREIGN)];
      while (words.length < 4 && random.next() < 0.5) words.push(random.of(FOREIGN));
      return words.join(random.next() < 0.6 ? '・' : ' ');
    }
    case 'latin': {
      const words = [random.of(LATIN)];
      while (words.length < 3 && random.next() < 0.6) words.push(random.of(LATIN));
      return words.join(' ');
    }
    default:
      return surname(random);
  }
}

/** The text with other names where names stand; one that stands twice is replaced by the same. */
export function withOtherNames({ text, names }: NamedText, random: Random): NamedText {
  const others = new Map<string, string>();
  const places: NamedPlace[] = [];
  let changed = '';
  let at = 0;
  for (const place of names) {
    const name = text.slice(place.start, place.end);
    const before = text.slice(Math.max(0, place.start - 6), place.start);
    let other = others.get(name);
    if (other === undefined) {
      if (random.next() < 0.2 || (!place.person && name.length === 1)) other = name;
      else if (!place.person) other = surname(random);
      else other = replacement(partOf(name, before), random);
      others.set(name, other);
    }
    changed += text.slice(at, place.start);
    places.push({ start: changed.length, end: changed.length + other.length, person: place.person });
    changed += other;
    at = place.end;
  }
  return { text: changed + text.slice(at), names: places };
}
