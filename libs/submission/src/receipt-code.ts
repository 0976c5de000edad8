import { createHmac } from 'node:crypto';

/**
 * 照会コード: the resident's secret. 13 symbols of a 31-letter alphabet (64.4 bits) and one check symbol, written
 * `XXXXX-XXXXX-XXXX`. The alphabet leaves out 0, 1, I, L and O, which are mistaken for each other.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DATA_SYMBOLS = 13;

/**
 * The code of a submission, derived from its idempotency key with the city's secret: a retry gets the same code again
 * although the server keeps no code, only its hash.
 */
export function makeReceiptCode(secret: string, idempotencyKey: string): string {
  let number = BigInt(`0x${createHmac('sha256', secret).update(`receipt-code\n${idempotencyKey}`).digest('hex')}`);
  let data = '';
  for (let i = 0; i < DATA_SYMBOLS; i++) {
    data += ALPHABET[Number(number % 31n)];
    number /= 31n;
  }
  return format(data + checkSymbol(data));
}

/**
 * Reads what a person typed: full-width, lower case, spaces and any dashes are understood.
 * @returns the code in its written form, or null when it cannot be one (length, alphabet, check symbol).
 */
export function readReceiptCode(typed: string): string | null {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—―−ーｰ_.]/gu, '');
  if (symbols.length !== DATA_SYMBOLS + 1 || [...symbols].some((s) => !ALPHABET.includes(s))) return null;
  const data = symbols.slice(0, DATA_SYMBOLS);
  return checkSymbol(data) === symbols[DATA_SYMBOLS] ? format(symbols) : null;
}

/** What the database keeps of a code: a keyed hash, so a copy of the database opens nothing. */
export function hashReceiptCode(secret: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`receipt-code-hash\n${code}`).digest();
}

/** Weighted sum modulo the prime 31: finds every single wrong symbol and every swap of two. */
function checkSymbol(data: string): string {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += (i + 2) * ALPHABET.indexOf(data[i]!);
  return ALPHABET[sum % 31]!;
}

function format(symbols: string): string {
  return `${symbols.slice(0, 5)}-${symbols.slice(5, 10)}-${symbols.slice(10)}`;
}
