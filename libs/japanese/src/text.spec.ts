import {
  bigramIds,
  bigrams,
  maskPersonalInformation,
  normalise,
  normaliseWithMap,
  parseJapaneseDate,
  parseNumeral,
} from './index';

describe('normalise', () => {
  it('folds width, half-width katakana with its marks, blanks and line ends', () => {
    expect(normalise('ｶﾞｲﾄﾞ　ＡＢＣ１２３')).toBe('ガイド ABC123');
    expect(normalise('a \t　b\r\n\r\n\nc')).toBe('a b\nc');
  });
  it('drops what nobody sees', () => {
    expect(normalise('0\u200b9\u200d0\ufeff')).toBe('090');
  });
  it('is idempotent and leads back to the original, also past characters of two units', () => {
    for (const text of ['𠮷野家ｶﾞ㈱１', '👨‍👩‍👧ＯＫ', 'か\u3099き', '']) {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
      const { text: folded, offsets } = normaliseWithMap(text);
      expect(offsets.length).toBe(folded.length + 1);
      expect(offsets[folded.length]).toBe(text.length);
      for (let i = 1; i < offsets.length; i++) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
    }
    const text = '𠮷😀ＡＢ';
    const { text: folded, offsets } = normaliseWithMap(text);
    expect(text.slice(offsets[folded.indexOf('A')], offsets[folded.indexOf('B')])).toBe('Ａ');
  });
});

describe('bigrams', () => {
  it('ignores case, width and the kind of kana, and never crosses punctuation', () => {
    expect(bigrams('バス')).toEqual(bigrams('ﾊﾞｽ'));
    expect(bigrams('ばす')).toEqual(bigrams('バス'));
    expect(bigrams('道。路')).toEqual([]);
    expect(bigrams('道路')).toEqual(['道路']);
  });
  it('gives nothing for one character', () => {
    expect(bigrams('道')).toEqual([]);
    expect(bigramIds('道')).toEqual([]);
  });
  it('gives ids that are positive int32, ascending, once each, and never change (they are stored)', () => {
    const ids = bigramIds('道路の穴、道路の穴をなおしてください');
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    for (const id of ids) expect(id > 0 && id <= 0x7fffffff && Number.isInteger(id)).toBe(true);
    expect(bigramIds('道路')).toHaveLength(1);
    expect(bigramIds('公園で遊ぶ')).toEqual(expect.arrayContaining(bigramIds('公園')));
  });
});

describe('parseJapaneseDate', () => {
  it.each([
    ['昭和十二年九月三日', '1937-09-03'],
    ['S12.9.3', '1937-09-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['2026/11/20', '2026-11-20'],
    ['二〇二六年十一月二十日', '2026-11-20'],
    ['Ｈ３１．４．３０', '2019-04-30'],
    ['昭和の二十二年の五月三日', '1947-05-03'],
    ['昭和十四年一月廿三日', '1939-01-23'],
    ['大正15年9月4日', '1926-09-04'],
  ])('%s is %s', (text, day) => expect(parseJapaneseDate(text)).toBe(day));
  it.each([
    '',
    '昭和65年1月1日',
    '令和元年4月30日',
    '2026-02-29',
    '2026/13/1',
    '12/11/20',
    '明日',
    '昭和十二年九月',
    '1'.repeat(100),
  ])('refuses 「%s」', (text) => expect(parseJapaneseDate(text)).toBeNull());
});

describe('parseNumeral', () => {
  it.each([
    ['12', 12],
    ['十二', 12],
    ['一二', 12],
    ['二〇二六', 2026],
    ['千九百', 1900],
    ['元', 1],
    ['廿三', 23],
  ])('%s is %d', (text, value) => expect(parseNumeral(text)).toBe(value));
  it.each(['', 'あ', '十x', '12345'])('refuses 「%s」', (text) => expect(parseNumeral(text)).toBeNull());
});

describe('maskPersonalInformation', () => {
  it('replaces each span, whatever the order, and joins touching ones', () => {
    expect(
      maskPersonalInformation('山田と鈴木です', [
        { start: 3, end: 5 },
        { start: 0, end: 2 },
      ]),
    ).toBe('●●と●●です');
    expect(
      maskPersonalInformation('山田鈴木です', [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ]),
    ).toBe('●●です');
    expect(
      maskPersonalInformation('abcdef', [
        { start: 1, end: 4 },
        { start: 2, end: 5 },
      ]),
    ).toBe('a●●f');
  });
  it('leaves nothing of a span that reaches past the end and ignores empty ones', () => {
    expect(
      maskPersonalInformation('電話090', [
        { start: 2, end: 99 },
        { start: 1, end: 1 },
      ]),
    ).toBe('電話●●');
  });
});
