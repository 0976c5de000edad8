import { findPersonalInformation, normalise, type PiiSpan } from '@kotae/japanese';
import { PUBLIC_TEXT_FIELDS, type PublicText } from './publication';

/** Personal information in one field of a public text. */
export interface UnresolvedSpan extends PiiSpan {
  readonly field: keyof PublicText;
}

/**
 * Personal information that still stands in a public text and nobody has declared harmless. Publishing is refused while
 * any is left. `cleared` holds found texts that a person has looked at; `publicWords` are the city's own.
 */
export function findUnresolvedPersonalInformation(
  text: PublicText,
  cleared: readonly string[],
  publicWords: readonly string[],
): UnresolvedSpan[] {
  const harmless = new Set(cleared.map(normalise));
  return PUBLIC_TEXT_FIELDS.flatMap((field) =>
    findPersonalInformation(text[field], { publicWords })
      .filter((span) => !harmless.has(normalise(span.text)))
      .map(({ start, end, text: found, kind }) => ({ field, start, end, text: found, kind })),
  );
}
