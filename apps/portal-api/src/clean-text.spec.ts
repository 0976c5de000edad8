import { cleanEmail, cleanLine, cleanPostalCode, cleanText } from './clean-text';

describe('what was typed', () => {
  it('keeps every character that is text', () => {
    for (const text of ['𠮷野家の前', '葛󠄀城市', '👨‍👩‍👧‍👦', '　段落\n\tと字下げ', '①②ｱｲｳ'])
      expect(cleanText(text)).toBe(text);
  });
  it('has one kind of line end and no control characters', () => {
    expect(cleanText('a\r\nb\rc\u0000\u0008\u001b[31md\u007f')).toBe('a\nb\nc[31md');
  });
  it('never carries half a character', () => {
    expect(cleanText('x\ud842y').isWellFormed()).toBe(true);
  });
  it('is a postal code or an address of mail however wide it was typed', () => {
    for (const typed of ['１２３−４５６７', '1234567', '〒123-4567', '123 4567']) {
      expect(cleanPostalCode(typed)).toBe('123-4567');
    }
    expect(cleanPostalCode('12-34')).toBe('12-34');
    expect(cleanEmail('ａ＠ｅｘａｍｐｌｅ．ｊｐ ')).toBe('a@example.jp');
  });
  it('is nothing when only blanks are left of a line', () => {
    expect(cleanLine(' \u3000\n ')).toBeNull();
    expect(cleanLine(undefined)).toBeNull();
    expect(cleanLine('  髙﨑\n𠮷 ')).toBe('髙﨑 𠮷');
  });
});
