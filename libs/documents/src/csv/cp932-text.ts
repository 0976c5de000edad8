import { encodeCp932 } from './cp932';

/** 〓, the printers' mark for a missing type. It shows that something is missing, as 「?」 would not. */
const MISSING = '〓';
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * Text as CP932, with what CP932 cannot hold. A character with a variation selector is written without it, any other
 * missing character as 〓; both are reported. Decomposed kana are composed, which changes nothing on paper.
 */
export function toCp932(text: string): { bytes: number[]; unencodable: string[] } {
  const whole = encodeCp932(text);
  if (whole) return { bytes: whole, unencodable: [] };
  const bytes: number[] = [];
  const unencodable = new Set<string>();
  for (const { segment } of graphemes.segment(text)) {
    const exact = encodeCp932(segment) ?? encodeCp932(segment.normalize('NFC'));
    if (!exact) unencodable.add(segment);
    const written = exact ?? encodeCp932(segment.replace(VARIATION_SELECTORS, '')) ?? encodeCp932(MISSING) ?? [];
    for (const byte of written) bytes.push(byte);
  }
  return { bytes, unencodable: [...unencodable] };
}
