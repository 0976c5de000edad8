import { PDFDocument } from 'pdf-lib';
import { POSTCARD_TEXT_LIMIT, proposalPostcardPdf } from './proposal-postcard';
import type { ProposalPostcard } from './proposal-postcard';
import { placedText, plainText } from './typst/pdf-text.testing';
import { typesetHere } from './typst/typeset-here';

function card(change: Partial<ProposalPostcard> = {}): ProposalPostcard {
  return {
    cityName: 'こだま市',
    addressee: 'こだま市役所 秘書広報課 広聴担当',
    postalCode: '319-0192',
    addressLines: ['茨城県こだま市中央一丁目23番1号'],
    yearLabel: '令和8年度',
    noticeText: '市をよくするためのご提案をお書きください。',
    privacyText: '個人情報は返事をお送りするためだけに使います。',
    portalUrl: 'https://koe.example.jp/',
    ...change,
  };
}

describe('proposal postcard', () => {
  it('is a postcard with two sides', async () => {
    const pages = (await PDFDocument.load(await proposalPostcardPdf(typesetHere, card()))).getPages();
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect((page.getWidth() / 72) * 25.4).toBeCloseTo(100, 1);
      expect((page.getHeight() / 72) * 25.4).toBeCloseTo(148, 1);
    }
  });

  it('has each digit of the postal code in its box', async () => {
    const boxes = [44.3, 51.3, 58.3, 65.9, 72.7, 79.5, 86.3];
    const placed = await placedText(await proposalPostcardPdf(typesetHere, card({ postalCode: '〒３１９-０１９２' })));
    const digits = placed.filter(({ page, x, y }) => page === 1 && x > 44 && y > 12 && y < 20);
    expect(digits.map(({ text }) => text).join('')).toBe('3190192');
    digits.forEach(({ x }, index) => {
      expect(x).toBeGreaterThan((boxes[index] ?? NaN) + 1);
      expect(x).toBeLessThan((boxes[index] ?? NaN) + 2.5); // the left edge of a digit in the middle of 5.7 mm
    });
  });

  it('asks for everything the form asks for', async () => {
    const text = await plainText(await proposalPostcardPdf(typesetHere, card()));
    for (const piece of [
      '郵便はがき',
      '私の提案はがき',
      '返事がほしい',
      'お名前',
      'ご住所',
      '10歳未満',
      '90代以上',
      '公表',
      'https://koe.example.jp/',
    ]) {
      expect(text).toContain(piece);
    }
  });

  it('prints the postage the city has', async () => {
    expect(await plainText(await proposalPostcardPdf(typesetHere, card()))).toContain('切手をお貼りください');
    const blank = await plainText(await proposalPostcardPdf(typesetHere, card({ postage: { kind: 'blank' } })));
    expect(blank).not.toContain('切手');
    const free = await plainText(
      await proposalPostcardPdf(
        typesetHere,
        card({
          postage: { kind: 'business-reply', office: 'こだま局', approvalNumber: '123', validUntil: '令和9年3月31日' },
        }),
      ),
    );
    expect(free).toContain('料金受取人払郵便');
    expect(free).toContain('こだま局承認123');
    expect(free).toContain('切手を貼らずにお出しください');
  });

  it('keeps the longest texts above the lines they stand over', async () => {
    const longest = '長'.repeat(POSTCARD_TEXT_LIMIT);
    const pdf = await proposalPostcardPdf(
      typesetHere,
      card({ noticeText: longest, privacyText: longest, addressee: '係'.repeat(60) }),
    );
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(2);
    const placed = await placedText(pdf);
    const notice = placed.filter(({ page, y, text }) => page === 2 && y < 60 && text.includes('長'));
    const privacy = placed.filter(({ page, y, text }) => page === 2 && y > 60 && text.includes('長'));
    expect(Math.max(...notice.map(({ y }) => y))).toBeLessThan(26);
    expect(Math.max(...privacy.map(({ y }) => y))).toBeLessThan(136.5);
    expect(Math.max(...placed.filter(({ page }) => page === 1).map(({ y }) => y))).toBeLessThan(146);
  });

  it.each([
    ['postalCode', { postalCode: '319-01' }],
    ['addressLines', { addressLines: ['一', '二', '三'] }],
    ['noticeText', { noticeText: '長'.repeat(POSTCARD_TEXT_LIMIT + 1) }],
    ['privacyText', { privacyText: '長'.repeat(POSTCARD_TEXT_LIMIT + 1) }],
  ])('refuses %s that cannot be printed', async (field, change) => {
    await expect(proposalPostcardPdf(typesetHere, card(change))).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field }],
    });
  });
});
