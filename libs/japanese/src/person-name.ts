import { EVERYDAY_WORDS } from './everyday-words';
import { longestByFirst } from './first-characters';
import { GIVEN_NAMES, isOldNameInHiragana, looksLikeGivenName } from './given-names';
import { SURNAMES, WORDLIKE_SURNAMES } from './surnames';

const SURNAME_FROM = longestByFirst(SURNAMES);
const NOT_GIVEN =
  /^(?:中|小|高|大学|中学|小学|文学|平和|平成|令和|昭和|中央|和光|公文|市内|市史|文化|美術|世代|真実|平野|大和|正美|太平|光一?$|成人|公一|一一|一二|二三|三四)$/;

/** The length of the family name a text begins with, longest first; 0 for none. */
export function surnameLength(text: string): number {
  for (let length = Math.min(SURNAME_FROM[text.charCodeAt(0)] ?? 0, text.length); length >= 1; length--) {
    if (SURNAMES.has(text.slice(0, length))) return length;
  }
  return 0;
}

/** 「美津代」, 「喜三郎」: what ends so behind a family name is a given name. */
function endsLikeGivenName(text: string): boolean {
  return /^[一-龠々]{1,2}[子美代江枝恵郎夫雄男介助輔彦也樹太乃]$/.test(text) && !EVERYDAY_WORDS.has(text);
}

/** How sure a piece of text by itself is a person's name. */
export type NameStrength = 'full' | 'likely_full' | 'surname' | 'word' | 'none';

/**
 * `full`: family and known given name (with or without a blank); `likely_full`: the given name only looks like one;
 * `surname`: a family name alone; `word`: a family name that is also an everyday or place word; `none`.
 */
export function nameStrength(text: string): NameStrength {
  const compact = /[ \ud842]/.test(text) ? text.replace(/ /g, '').replaceAll('𠮷', '吉') : text;
  if (compact.length < 1 || compact.length > 8) return 'none';
  if (SURNAMES.has(compact)) return WORDLIKE_SURNAMES.has(compact) ? 'word' : 'surname';
  let best: NameStrength = 'none';
  for (let length = Math.min(SURNAME_FROM[compact.charCodeAt(0)] ?? 0, compact.length - 1); length >= 1; length--) {
    const surname = compact.slice(0, length);
    if (!SURNAMES.has(surname)) continue;
    const given = compact.slice(length);
    if (NOT_GIVEN.test(given)) continue;
    if (/^[ァ-ヶー]{2}[江子代枝美]$/.test(given)) return 'full';
    if (length >= 2 && isOldNameInHiragana(given)) return 'likely_full';
    if (GIVEN_NAMES.has(given) && (length >= 2 || given.length >= 2)) return 'full';
    if (length >= 2 && (looksLikeGivenName(given) || endsLikeGivenName(given))) best = 'likely_full';
  }
  if (best === 'none' && /^[一-龠々]{4,5}$/.test(compact) && !text.includes(' ')) {
    const given = compact.slice(2);
    if (given.length >= 2 && GIVEN_NAMES.has(given) && !NOT_GIVEN.test(given)) best = 'likely_full';
  }
  if (best === 'none' && text.includes(' ')) {
    const [family = '', given = ''] = text.split(' ');
    if (SURNAMES.has(family) && given.length <= 4) return 'likely_full';
    if (GIVEN_NAMES.has(given) && family.length >= 1 && family.length <= 4) return 'likely_full';
  }
  return best;
}

/** True for a given name alone (with more than one character, or hiragana and katakana names of the list). */
export function isGivenName(text: string): boolean {
  return GIVEN_NAMES.has(text);
}

/** True for a full name or a family name that is no everyday word. */
export function isSurely(text: string): boolean {
  const strength = nameStrength(text);
  return strength === 'surname' || strength === 'full' || strength === 'likely_full';
}
