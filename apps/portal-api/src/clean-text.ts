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
