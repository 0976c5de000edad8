/** What a number as people type it comes to; else why it is none. */
export type DecimalReading = number | 'misplaced_comma' | 'no_number';

const PLAIN = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const MINUS = /^[-−‐–▲△]\s*/;

/** Full-width digits, commas between thousands and nowhere else, ▲ for minus: 「１，２３４．５」 → 1234.5. */
export function readDecimal(text: string): DecimalReading {
  const bare = text.normalize('NFKC').trim();
  const negative = MINUS.test(bare);
  const digits = bare.replace(MINUS, '').replace(/^\+/, '');
  if (!PLAIN.test(digits) && !GROUPED.test(digits))
    return /^[\d,]*,[\d,]*(?:\.\d+)?$/.test(digits) && /\d/.test(digits) ? 'misplaced_comma' : 'no_number';
  const value = Number(digits.replaceAll(',', ''));
  return negative && value !== 0 ? -value : value;
}
