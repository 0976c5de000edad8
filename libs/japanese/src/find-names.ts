import { completeNames } from './complete-names';
import { isKatakanaLetter } from './katakana-letters';
import type { AddName } from './name-patterns';
import { isNoPerson } from './no-persons';
import { findNamesLearnt } from './names-learnt';
import { findNamesInRunningText, joinedName, readingBehind } from './names-in-running-text';
import { findNamesBesideAnchors, findNamesInSignatures } from './names-in-signature';
import { findNamesOfKin } from './names-of-kin';
import { findNamesOfSelf } from './names-of-self';
import { findNamesStated } from './names-stated';
import { findNamesWithHonorific } from './names-with-honorific';
import { overlapping } from './overlapping';
import type { Found } from './pii-span';
import { isPublicPerson } from './public-persons';
import { repeatedNames } from './repeated-names';
import type { NameTagger } from './shipped-tagger';

const LEADING_ROLE =
  /^(?:代表者?|夫|妻|父|母|息子|娘|会長|副会長|事務局長?|漁師|農家|理事長?|担当|世話人|本人|氏名|名前|店主|名(?= )) ?(?=.{1,})/;

/**
 * Names of private persons in a normalised text, by rules and by what the tagger has learnt (`null`: rules alone).
 * `anchors` are contact data already found: a name stands beside them.
 */
export function findNames(text: string, anchors: readonly Found[], tagger: NameTagger | null): Found[] {
  const found: Found[] = [];
  const inKatakana = isKatakanaLetter(text);
  const add: AddName = (start, name) => {
    const trimmed = name
      .trim()
      .replace(LEADING_ROLE, '')
      .replace(/(?<=..)(?:様|殿|氏|君|宅)$/, '');
    const from = start + name.indexOf(trimmed);
    const end = from + trimmed.length;
    if (trimmed === '' || (inKatakana && /[ァ-ヴー]/.test(trimmed))) return;
    if (isNoPerson(text, from, end) || isPublicPerson(text, from, end)) return;
    found.push({ start: from, end, kind: 'name' });
  };
  findNamesWithHonorific(text, add);
  findNamesOfSelf(text, add);
  findNamesStated(text, add);
  findNamesOfKin(text, add);
  findNamesInRunningText(text, add);
  findNamesBesideAnchors(text, anchors, add);
  findNamesInSignatures(text, anchors, add);
  if (tagger !== null) {
    const isKnown = overlapping(text.length, [...found, ...anchors]);
    for (const { start, end } of findNamesLearnt(text, tagger))
      if (!isKnown(start, end)) add(start, text.slice(start, end));
  }
  addNeighbours(text, found, add);
  const complete = completeNames(text, found).filter(({ start, end }) => !isPublicPerson(text, start, end));
  return [...complete, ...repeatedNames(text, complete)];
}

const LONGEST_LIST = 6;

/** Names that follow a found one in a list, and readings in brackets. */
function addNeighbours(text: string, found: readonly Found[], add: AddName): void {
  for (const span of [...found]) {
    const reading = readingBehind(text, span.end);
    if (reading !== null) add(reading.start, reading.name);
    let name = text.slice(span.start, span.end);
    let end = span.end;
    for (let n = 0; n < LONGEST_LIST; n++) {
      const next = joinedName(text, name, end);
      if (next === null) break;
      add(next.start, next.name);
      name = next.name;
      end = next.start + next.name.length;
    }
  }
}
