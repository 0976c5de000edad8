/** `１，２３４．５` → 1234.5; undefined for what is no number. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').replace(/%$/, '').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
