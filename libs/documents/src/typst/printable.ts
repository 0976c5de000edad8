// C0 and C1 controls except TAB and LF, noncharacters, and the byte order mark.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;
/** Direction overrides could make an address read differently from what is stored. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;
/** A run with no place to break a line, such as a long address of a web page. */
const UNBREAKABLE_RUN = /[!-~\u00a1-\u024f]{36,}/g;
/** The joined pictures of one emoji; the font has none of them, so one mark shall stand for all. */
const JOINED_EMOJI =
  /(\p{Extended_Pictographic})[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*)*/gu;
const BREAK_EVERY = 18;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * A person's text made fit for a page: line ends become LF, what cannot be printed is dropped, and runs of Latin text
 * too long for a line may break, and a joined emoji is reduced to its first picture. All else is kept as it was written.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNPRINTABLE, '')
    .replace(DIRECTION_OVERRIDES, '')
    .replace(JOINED_EMOJI, '$1')
    .replaceAll('\t', '    ')
    .replace(UNBREAKABLE_RUN, breakable);
}

function breakable(run: string): string {
  const pieces = run.match(new RegExp(`.{1,${BREAK_EVERY}}`, 'g')) ?? [run];
  return pieces.join(ZERO_WIDTH_SPACE);
}

/** `printable` for a text that must stay on one line. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
