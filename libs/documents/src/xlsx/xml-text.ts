/** What XML 1.0 cannot hold: C0 controls except tab and line ends, and the two noncharacters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel reads `_x0041_` in a cell as an escaped character; its own escape is to escape the first underscore. */
const EXCEL_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as XML character data or attribute value; forbidden characters are dropped, lone surrogates become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text of a spreadsheet cell; line ends become LF. */
export function cellText(text: string): string {
  return xmlText(text.replace(/\r\n?/g, '\n').replace(EXCEL_ESCAPE, '_x005F_'));
}
