/** Fewer katakana than this say nothing. */
const FEWEST = 12;
const PARTICLES = /[ハヲガニデト][ 、。一-龠]|[一-龠](?:ス|ル|タ|イ|ナイ|マス|デス|ダ)/;

/**
 * True for a letter written in kanji and katakana throughout, as the old wrote and as threats are written: its katakana
 * are endings and particles, no names.
 */
export function isKatakanaLetter(text: string): boolean {
  let katakana = 0;
  let hiragana = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3041 && code <= 0x3096) hiragana += 1;
    else if (code >= 0x30a1 && code <= 0x30fa) katakana += 1;
  }
  if (katakana < FEWEST || hiragana * 3 > katakana) return false;
  return PARTICLES.test(text);
}
