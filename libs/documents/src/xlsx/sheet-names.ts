const LONGEST = 31;
/** Excel refuses these in a sheet's name, and an apostrophe at either end. */
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001f]/g;

/** Names that Excel accepts: allowed characters, 1 to 31 units long, no two alike when case is ignored. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const base =
      shorten(
        name
          .toWellFormed()
          .replace(FORBIDDEN, ' ')
          .replace(/^[\s']+|[\s']+$/g, ''),
        LONGEST,
      ) || `Sheet${index + 1}`;
    let unique = base;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`;
      unique = shorten(base, LONGEST - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** At most `units` UTF-16 units, never half a character. */
function shorten(text: string, units: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > units) break;
    short += character;
  }
  return short;
}
