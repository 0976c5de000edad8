import { NOT_PERSON_AFTER } from './name-words';
import { overlapping } from './overlapping';
import type { Found } from './pii-span';
import { isPublicPerson } from './public-persons';

/** A name in kanji of two characters and more, found once, is a name wherever else it stands by itself. */
export function repeatedNames(text: string, found: readonly Found[]): Found[] {
  const names = new Set(found.map(({ start, end }) => text.slice(start, end)));
  const isFound = overlapping(text.length, found);
  const repeated: Found[] = [];
  for (const name of names) {
    if (!/^[一-龠々ヶ﨑髙 ]{2,}$/.test(name)) continue;
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (isFound(start, end)) continue;
      const after = text.slice(end, end + 6);
      if (/[一-龠々]$/.test(text.slice(0, start).slice(-1))) continue;
      if (/^(?![様氏殿君宅家])[一-龠々]/.test(after) || NOT_PERSON_AFTER.test(after)) continue;
      if (!isPublicPerson(text, start, end)) repeated.push({ start, end, kind: 'name' });
    }
  }
  return repeated;
}
