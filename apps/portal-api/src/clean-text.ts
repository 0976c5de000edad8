/** Characters that carry no text: controls other than tab and line end, and halves of a broken pair. */
// prettier-ignore
const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]', 'g');

/**
 * A text as it was meant: line ends are `\n`, control characters are gone, broken surrogates are `�` (the database takes
 * no others). Everything else stays as typed: spaces, emoji, 𠮷, variation selectors.
 */
export function cleanText(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}

/** A one-line text without blanks at its ends; null when nothing is left. */
export function cleanLine(typed: string | null | undefined): string | null {
  if (typed == null) return null;
  const line = cleanText(typed).replace(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** An address typed with full-width letters is the same address. */
export function cleanEmail(typed: string | null | undefined): string | null {
  return cleanLine(typed)?.normalize('NFKC') ?? null;
}

/** `１２３−４５６７`, `1234567`, `〒123-4567` → `123-4567`; what has no seven digits stays as typed, for the rules to see. */
export function cleanPostalCode(typed: string | null | undefined): string | null {
  const line = cleanLine(typed);
  const digits = line?.normalize('NFKC').replace(/[^0-9]/g, '') ?? '';
  return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : line;
}
