import { findAddresses } from './find-addresses';
import { foldKana } from './bigrams';
import { findBirthDates, findMyNumbers, findOldDates } from './find-numbers';
import { findEmails } from './find-emails';
import { findIllness } from './find-illness';
import { findNames } from './find-names';
import { findPhones } from './find-phones';
import { findPlates } from './find-plates';
import { digitView } from './kanji-digit-view';
import { normaliseWithMap } from './normalise';
import type { Found, PersonalInformationKind, PiiSpan } from './pii-span';
import { shippedTagger, type NameTagger } from './shipped-tagger';

/** What a city tells the finder about itself. */
export interface PersonalInformationOptions {
  /** Names and numbers that are public here and never personal information: districts, facilities, the mayor. */
  readonly publicWords?: readonly string[];
}

/** When finds overlap the more definite kind wins; among equals the longer. */
const RANK: Readonly<Record<PersonalInformationKind, number>> = {
  email: 0,
  plate: 1,
  birthdate: 2,
  phone: 3,
  mynumber: 4,
  address: 5,
  name: 6,
  illness: 7,
};

/**
 * Personal information in a text, also in disguise: full-width and kanji digits, spelled-out numbers, plates,
 * addresses, era dates of birth, My Numbers, names of private persons, illness of someone who can be known.
 * The mayor's, councillors' and public bodies' names and public phone numbers are not.
 * Spans are UTF-16 offsets in `text`, sorted, without overlap. Proposals for a person to check, never the last word.
 */
export function findPersonalInformation(text: string, options: PersonalInformationOptions = {}): PiiSpan[] {
  return findPersonalInformationWith(shippedTagger(), text, options);
}

/** The same with a tagger of names to be judged, or with the rules alone (`null`). */
export function findPersonalInformationWith(
  tagger: NameTagger | null,
  text: string,
  options: PersonalInformationOptions = {},
): PiiSpan[] {
  const { text: folded, offsets } = normaliseWithMap(text);
  const view = digitView(folded);
  const fixed: Found[] = [
    ...findEmails(folded),
    ...findPlates(view),
    ...findPhones(view, foldKana(folded)),
    ...findMyNumbers(view),
    ...findAddresses(folded, view),
  ];
  const dated = [...findBirthDates(view, []), ...findOldDates(view)];
  const names = findNames(folded, settle([...fixed, ...dated]), tagger);
  const dates = findBirthDates(view, [...names, ...fixed]);
  const spans = settle([...fixed, ...dates, ...names, ...findIllness(folded, names)]);
  const publicWords = (options.publicWords ?? [])
    .map((word) => normaliseWithMap(word).text)
    .filter((word) => word !== '');
  return spans
    .filter((span) => !publicWords.includes(folded.slice(span.start, span.end)))
    .map(({ start, end, kind }) => {
      const from = offsets[start] ?? 0;
      const to = offsets[end] ?? text.length;
      return { start: from, end: to, text: text.slice(from, to), kind };
    })
    .filter((span) => span.start < span.end);
}

/** The finds without overlap, in the order of the text. */
function settle(found: readonly Found[]): Found[] {
  const ordered = [...found].sort(
    (a, b) => RANK[a.kind] - RANK[b.kind] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Found[] = [];
  const taken = new Map<number, Found[]>();
  const BLOCK = 64;
  for (const f of ordered) {
    let free = true;
    for (let block = Math.floor(f.start / BLOCK); free && block <= Math.floor((f.end - 1) / BLOCK); block++) {
      free = !(taken.get(block) ?? []).some((k) => k.start < f.end && f.start < k.end);
    }
    if (!free) continue;
    kept.push(f);
    for (let block = Math.floor(f.start / BLOCK); block <= Math.floor((f.end - 1) / BLOCK); block++) {
      const list = taken.get(block);
      if (list === undefined) taken.set(block, [f]);
      else list.push(f);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
