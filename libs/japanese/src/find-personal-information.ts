import { findContacts } from './find-contacts';
import { normaliseWithMap } from './normalise';
import type { PiiSpan } from './pii-span';

/** What a city tells the finder about itself. */
export interface PersonalInformationOptions {
  /** Names that are public here and never personal information: districts, facilities, the mayor. */
  readonly publicWords?: readonly string[];
}

export function findPersonalInformation(text: string, _options: PersonalInformationOptions = {}): PiiSpan[] {
  const { text: folded, offsets } = normaliseWithMap(text);
  return findContacts(folded)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => {
      const from = offsets[start] ?? 0;
      const to = offsets[end] ?? text.length;
      return { start: from, end: to, text: text.slice(from, to), kind };
    });
}
