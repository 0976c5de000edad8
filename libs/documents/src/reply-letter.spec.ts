import { PDFDocument } from 'pdf-lib';
import { replyLetterPdf } from './reply-letter';
import type { ReplyLetter } from './reply-letter';
import { placedText, plainText } from './typst/pdf-text.testing';
import { typesetHere } from './typst/typeset-here';

const MARKUP = '#import "x" *bold* $x$ <label> @ref \\\\ #panic("no") `raw` = heading // comment ~';

function letter(change: Partial<ReplyLetter> = {}): ReplyLetter {
  return {
    cityName: 'こだま市',
    signer: 'こだま市長　山田　太郎',
    date: '2026-11-20',
    receiptNumber: 'R8-000123',
    recipient: {
      name: '髙橋　花子',
      postalCode: '319-0123',
      address: '茨城県こだま市中央一丁目23番4号\nこだまハイツ205',
    },
    opening: 'お手紙をありがとうございます。',
    parts: [
      {
        ordinal: 1,
        quote: '図書館を夜まで開けてほしい。',
        answer: '金曜日の延長を検討します。',
        sectionName: '生涯学習課',
      },
      { ordinal: 2, quote: '駅前に分館がほしい。', answer: '難しい状況です。', sectionName: '企画課' },
    ],
    closing: 'またお聞かせください。',
    ...change,
  };
}

describe('reply letter', () => {
  it('is one A4 page that carries everything the reader needs, answers under their opinions', async () => {
    const pdf = await replyLetterPdf(typesetHere, letter());
    const pages = (await PDFDocument.load(pdf)).getPages();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.getWidth()).toBeCloseTo(595.28, 1);
    expect(pages[0]?.getHeight()).toBeCloseTo(841.89, 1);
    const text = await plainText(pdf);
    for (const needed of [
      'こだま市',
      '令和8年11月20日',
      'R8-000123',
      '〒319-0123',
      '髙橋花子様',
      'こだま市長山田太郎',
      '1/1',
    ]) {
      expect(text).toContain(needed);
    }
    const order = [
      '図書館を夜まで',
      '担当：生涯学習課',
      '金曜日の延長',
      '駅前に分館',
      '担当：企画課',
      '難しい状況',
      'またお聞かせ',
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('keeps the window of the envelope to the address, even a long one', async () => {
    const address =
      '茨城県こだま市中央一丁目23番4号 こだまグランドマンション中央公園前 東館 1205号室 有限会社こだま商店気付'.repeat(
        2,
      );
    for (const [recipient, lowest] of [
      [letter().recipient, 36],
      [{ name: '長い名前の会社'.repeat(6), postalCode: '3190123', address }, 44],
    ] as const) {
      const placed = (await placedText(await replyLetterPdf(typesetHere, letter({ recipient })))).filter(
        ({ page }) => page === 1,
      );
      const addressBlock = placed.filter(({ x, y }) => x < 112 && y < 57);
      expect(addressBlock.length).toBeGreaterThan(0);
      for (const { x, y } of addressBlock) {
        expect(x).toBeGreaterThan(19.9);
        expect(x).toBeLessThan(86);
        expect(y).toBeGreaterThan(13);
        expect(y).toBeLessThan(lowest);
      }
      expect(addressBlock.map(({ text }) => text).join('')).not.toContain('R8-000123');
    }
  });

  it('flows long texts over pages and numbers them', async () => {
    const long = '道路のことで困っています。'.repeat(400).slice(0, 5000);
    const pdf = await replyLetterPdf(
      typesetHere,
      letter({ parts: [{ ordinal: 1, quote: long, answer: `${long}終わり`, sectionName: '道路課' }] }),
    );
    const count = (await PDFDocument.load(pdf)).getPageCount();
    expect(count).toBeGreaterThan(4);
    const text = await plainText(pdf);
    const sentences = (s: string) => s.split('困').length - 1;
    expect(sentences(text)).toBe(2 * sentences(long));
    expect(text).toContain(`${count}/${count}`);
    expect(text).toContain('終わり');
  });

  it('prints what looks like markup as it was written', async () => {
    const pdf = await replyLetterPdf(
      typesetHere,
      letter({
        opening: MARKUP,
        closing: MARKUP,
        signer: MARKUP,
        cityName: MARKUP,
        receiptNumber: MARKUP,
        recipient: { name: MARKUP, postalCode: MARKUP, address: MARKUP },
        parts: [{ ordinal: 1, quote: MARKUP, answer: MARKUP, sectionName: MARKUP }],
      }),
    );
    const times = (await plainText(pdf)).split(MARKUP.replace(/\s/g, '')).length - 1;
    expect(times).toBeGreaterThanOrEqual(9);
  });

  it('survives characters the font lacks, controls, lone surrogates and runs without a break', async () => {
    const odd = `𠮷髙﨑 葛\u{e0100} 😀👨‍👩‍👧 \u0000\u0007\ud800 ${'https://example.jp/'.padEnd(5000, 'a')}\r\n\t終`;
    const pdf = await replyLetterPdf(
      typesetHere,
      letter({ parts: [{ ordinal: 1, quote: odd, answer: odd, sectionName: '課' }] }),
    );
    expect(await plainText(pdf)).toContain('𠮷髙﨑');
    const xs = (await placedText(pdf)).map(({ x }) => x);
    expect(Math.max(...xs)).toBeLessThan(190);
  });

  it('addresses a sender without a name', async () => {
    const pdf = await replyLetterPdf(
      typesetHere,
      letter({ recipient: { name: null, postalCode: null, address: null } }),
    );
    const text = await plainText(pdf);
    expect(text).toContain('ご意見をお寄せくださった方へ');
    expect(text).not.toContain('様');
    expect(text).not.toContain('〒');
  });

  it('gives the same bytes for the same letter', async () => {
    const [first, second] = [await replyLetterPdf(typesetHere, letter()), await replyLetterPdf(typesetHere, letter())];
    expect(first.equals(second)).toBe(true);
  });
});
