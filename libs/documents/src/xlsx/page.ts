import { xmlText } from './xml-text';

/** How a sheet is printed. */
export interface XlsxPage {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** The columns are made as small as needed to fit on so many pages side by side. */
  readonly pagesWide: number;
  /** Rows, counted from 0 without the header, before which a new page begins. */
  readonly breaks?: readonly number[];
}

export const STANDARD_PAGE: XlsxPage = { paper: 'A4', orientation: 'landscape', pagesWide: 1 };
const PAPER = { A4: 9, A3: 8 } as const;

/** Stands at the beginning of the part: the page is fitted to its width. */
export const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** Margins, paper, the name of the sheet and the page at the foot, breaks. */
export function pageXml({ paper, orientation, pagesWide, breaks = [] }: XlsxPage, name: string): string {
  const rows = breaks.map((row) => `<brk id="${row + 1}" max="16383" man="1"/>`);
  // In a foot `&` begins a code; the digits after a code would be read as its size.
  const foot = xmlText(`&L${name.replaceAll('&', '&&')}&R&P / &N`);
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER[paper]}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>` +
    (rows.length === 0
      ? ''
      : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows.join('')}</rowBreaks>`)
  );
}
