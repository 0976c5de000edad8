/** Kinds of characters the name tagger tells apart. */
export const OTHER = 0;
export const KANJI = 1;
export const HIRAGANA = 2;
export const KATAKANA = 3;
export const LATIN = 4;
export const DIGIT = 5;
export const BLANK = 6;
export const LINE_END = 7;
export const STOP = 8;
export const COMMA = 9;
export const OPENING = 10;
export const CLOSING = 11;

/** The kind of one UTF-16 unit of a normalised text. */
export function characterKind(code: number): number {
  if ((code >= 0x4e00 && code <= 0x9fff) || code === 0x3005 || code === 0x30f6 || code === 0xfa11) return KANJI;
  if (code >= 0xd840 && code <= 0xdfff) return KANJI;
  if (code >= 0x3041 && code <= 0x3096) return HIRAGANA;
  if ((code >= 0x30a1 && code <= 0x30f4) || code === 0x30fc) return KATAKANA;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return LATIN;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0x20 || code === 0x30fb) return BLANK;
  if (code === 0x0a) return LINE_END;
  if (code === 0x3002 || code === 0x21 || code === 0x3f) return STOP;
  if (code === 0x3001 || code === 0x2c) return COMMA;
  if (code === 0x28 || code === 0x300c || code === 0x300e || code === 0x3010 || code === 0x3a) return OPENING;
  if (code === 0x29 || code === 0x300d || code === 0x300f || code === 0x3011) return CLOSING;
  return OTHER;
}
