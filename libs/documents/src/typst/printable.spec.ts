import { printable, printableLine } from './printable';

describe('printable', () => {
  it('keeps what a person wrote, spaces at the start of a line too', () => {
    const text = '　𠮷野家の髙﨑です。\n\n葛\u{e0100}城 *#$ 終';
    expect(printable(text)).toBe(text);
  });

  it('drops controls and direction overrides and repairs broken text', () => {
    expect(printable('a\u0000b\u001bc\u202ed\u2066e\ud800f\r\ng\rh')).toBe('abcde\ufffdf\ng\nh');
  });

  it('lets long runs break without losing a character', () => {
    const run = 'https://example.jp/'.padEnd(200, 'x');
    const broken = printable(run);
    expect(broken.replaceAll('\u200b', '')).toBe(run);
    expect(Math.max(...broken.split('\u200b').map((piece) => piece.length))).toBeLessThanOrEqual(18);
    expect(printable('a'.repeat(35))).toBe('a'.repeat(35));
  });

  it('reduces a joined emoji to its first picture', () => {
    expect(printable('家族👨‍👩‍👧と👍🏽☀️')).toBe('家族👨と👍☀');
  });

  it('puts everything on one line where only one fits', () => {
    expect(printableLine(' こだま市\r\n 市長 ')).toBe('こだま市 市長');
  });
});
