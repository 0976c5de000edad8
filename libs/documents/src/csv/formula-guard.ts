/** What a spreadsheet may take for the start of a formula, also after spaces, also in full width. */
const FORMULA_START = /^(?:[\t\r\n]|[\s\u3000]*[=+\-@＝＋－＠])/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
/** 「-」 alone means zero or none in published tables. */
const LONE_MARK = /^[-－]$/;

/**
 * A cell that a spreadsheet will not run: text that begins like a formula is prefixed by an apostrophe, numbers and the
 * lone 「-」 of tables are left alone. See OWASP, "CSV Injection".
 */
export function guardFormula(cell: string): string {
  if (!FORMULA_START.test(cell) || NUMBER.test(cell) || LONE_MARK.test(cell)) return cell;
  return `'${cell}`;
}
