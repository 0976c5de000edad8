/** Height of one line in points; the height of a row without wrapped text. */
export const LINE_HEIGHT = 18.75;
/** Excel's limit. */
const HIGHEST = 409;

/** The height that the wrapped texts of a row need, in points: programs that do not measure text themselves show all of it. */
export function rowHeight(cells: readonly (string | number | null)[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    typeof cell === 'string' ? linesOf(cell, widths[index] ?? Number.POSITIVE_INFINITY) : 1,
  );
  return Math.min(HIGHEST, LINE_HEIGHT * Math.max(1, ...lines));
}

/** `width` in characters of half width; the margins of a cell take one. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  return text.split(/\r\n?|\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** Japanese characters are two wide, Latin ones and half-width katakana one. */
function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Both halves of a surrogate pair count one.
    const narrow = code <= 0xff || (code >= 0xff61 && code <= 0xff9f) || (code >= 0xd800 && code <= 0xdfff);
    width += narrow ? 1 : 2;
  }
  return width;
}
