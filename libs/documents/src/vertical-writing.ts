/**
 * One square of a column of vertical writing. `turned` is a mark that lies along the line (a hyphen), `pair` is a
 * two-digit number set side by side (縦中横), `space` is narrower than a character.
 */
export interface VerticalCell {
  readonly kind: 'upright' | 'turned' | 'pair' | 'space';
  readonly text: string;
}

const TOKEN = /(?<digits>[0-9０-９]+)|(?<space>[\s\u3000]+)|(?<hyphen>[-‐‑–—−－])|(?<other>[\s\S])/gu;

/** A line of an address or a name as the cells of one column, top first. */
export function verticalCells(line: string): VerticalCell[] {
  return [...line.trim().matchAll(TOKEN)].flatMap(({ groups }): VerticalCell[] => {
    if (groups?.digits) return digitCells(groups.digits.normalize('NFKC'));
    if (groups?.space) return [{ kind: 'space', text: '' }];
    if (groups?.hyphen) return [{ kind: 'turned', text: '－' }];
    return [{ kind: 'upright', text: fullWidth(groups?.other ?? '') }];
  });
}

function digitCells(digits: string): VerticalCell[] {
  if (digits.length === 2) return [{ kind: 'pair', text: digits }];
  return [...digits].map((digit) => ({ kind: 'upright', text: fullWidth(digit) }));
}

function fullWidth(character: string): string {
  return character.replace(/[!-~]/, (ascii) => String.fromCharCode(ascii.charCodeAt(0) + 0xfee0));
}
