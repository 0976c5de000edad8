/** The seven digits of a Japanese postal code written any usual way (`〒123-4567`, full width), or null. */
export function postalDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 7 ? digits : null;
}

/** `〒123-4567`; a code that is not seven digits is shown as it was written. */
export function postalLine(text: string): string {
  const digits = postalDigits(text);
  return digits ? `〒${digits.slice(0, 3)}-${digits.slice(3)}` : text;
}
