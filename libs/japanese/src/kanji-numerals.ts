const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  弐: 2,
  三: 3,
  参: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
/** 廿 and 卅 are whole tens. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };

/** The characters `parseNumeral` reads, as the inside of a character class. */
export const NUMERAL_CHARACTERS = '0-9〇○零一二三四五六七八九十百千拾廿卅元';

/**
 * A whole number below 10,000 written in digits (12), positional kanji (一二, 二〇二六), kanji with units (十二, 千九百)
 * or 元 (1, the first year of an era). `null` for anything else.
 */
export function parseNumeral(text: string): number | null {
  if (text === '元') return 1;
  if (/^[0-9]{1,4}$/.test(text)) return Number(text);
  if (text === '' || text.length > 9) return null;
  let total = 0;
  let current: number | null = null;
  let units = false;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      total += (current ?? 1) * unit;
      current = null;
      units = true;
      continue;
    }
    const tens = TENS[character];
    if (tens !== undefined && current === null) {
      total += tens;
      units = true;
      continue;
    }
    const digit = /[0-9]/.test(character) ? Number(character) : DIGITS[character];
    if (digit === undefined) return null;
    if (current !== null && units) return null;
    current = current === null ? digit : current * 10 + digit;
  }
  const value = total + (current ?? 0);
  return value < 10_000 ? value : null;
}

/** The text with each kanji digit as its ASCII digit (〇九〇 → 090), same length; units such as 十 stay. */
export function kanjiDigitsToAscii(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]/g, (c) => String(DIGITS[c]));
}
