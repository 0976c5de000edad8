import { PDFDocument } from 'pdf-lib';
import { receiptSlipPdf } from './receipt-slip';
import { plainText } from './typst/pdf-text.testing';
import { typesetHere } from './typst/typeset-here';

const SLIP = {
  cityName: 'こだま市',
  receiptNumber: 'R8-000123',
  receiptCode: 'K7QX-2MPD-9RTA-4WVE',
  receivedOn: '2026-11-20',
  portalUrl: 'https://koe.example.jp/status',
};

describe('receipt slip', () => {
  it('is one A5 page with number, code, date and address', async () => {
    const pdf = await receiptSlipPdf(typesetHere, SLIP);
    const pages = (await PDFDocument.load(pdf)).getPages();
    expect(pages).toHaveLength(1);
    expect(((pages[0]?.getWidth() ?? 0) / 72) * 25.4).toBeCloseTo(148, 1);
    expect(((pages[0]?.getHeight() ?? 0) / 72) * 25.4).toBeCloseTo(210, 1);
    const text = await plainText(pdf);
    for (const piece of [SLIP.receiptNumber, SLIP.receiptCode, '令和8年11月20日（金）', SLIP.portalUrl]) {
      expect(text).toContain(piece);
    }
  });

  it('stays one page with a long code and a long address', async () => {
    const pdf = await receiptSlipPdf(typesetHere, {
      ...SLIP,
      receiptCode: 'ABCD-'.repeat(12),
      portalUrl: `https://example.jp/${'a'.repeat(200)}`,
    });
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
  });
});
