import { maskText, plainText } from './masked-text';

describe('a masked text', () => {
  const text = '山田花子です。電話は0299-00-0000です。図書館を夜8時まで。';
  const spans = [
    { start: 0, end: 4 },
    { start: 10, end: 22 },
  ];

  it('holds nothing of what was masked', () => {
    expect(maskText(text, spans).text).toBe('●●です。電話は●●です。図書館を夜8時まで。');
  });

  it('places every span of the original on the same words', () => {
    const masked = maskText(text, spans);
    for (const words of ['です。電話は', '図書館を夜8時まで。', '電話']) {
      const start = text.indexOf(words);
      const place = masked.place({ start, end: start + words.length });
      expect(masked.text.slice(place.start, place.end)).toBe(words);
    }
  });

  it('grows a span that cuts through a mask, and never lets half of it out', () => {
    const masked = maskText(text, spans);
    const place = masked.place({ start: 2, end: 15 });
    expect(masked.text.slice(place.start, place.end)).toBe('●●です。電話は●●');
  });

  it('takes spans in any order, overlapping, touching and out of bounds', () => {
    expect(
      maskText('abcdef', [
        { start: 2, end: 4 },
        { start: 0, end: 2 },
        { start: 3, end: 99 },
      ]).text,
    ).toBe('●●');
    expect(
      maskText('abc', [
        { start: -5, end: 0 },
        { start: 3, end: 9 },
      ]).text,
    ).toBe('abc');
  });

  it('is the text itself for who may read it', () => {
    const plain = plainText(text);
    expect(plain.text).toBe(text);
    expect(plain.place({ start: 3, end: 9 })).toEqual({ start: 3, end: 9 });
  });
});
