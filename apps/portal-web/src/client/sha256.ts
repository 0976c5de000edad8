/**
 * SHA-256 (FIPS 180-4) of an ASCII text, as hex. Browsers offer theirs on https only, and only as a promise per hash;
 * a proof of work needs thousands, on a city hall's plain http too.
 */
export function sha256Hex(text: string): string {
  const state = Uint32Array.from(INITIAL);
  const length = text.length;
  const blocks = (length + 72) >> 6;
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) {
      let word = 0;
      for (let j = 0; j < 4; j++) {
        const at = block * 64 + i * 4 + j;
        word = (word << 8) | (at < length ? text.charCodeAt(at) & 0xff : at === length ? 0x80 : 0);
      }
      SCHEDULE[i] = word;
    }
    if (block === blocks - 1) SCHEDULE[15] = length * 8;
    compress(state);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

const SCHEDULE = new Uint32Array(64);
const { CONSTANTS, INITIAL } = rootConstants();

function compress(state: Uint32Array): void {
  const w = SCHEDULE;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    w[i] =
      w[i - 16]! +
      (rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)) +
      w[i - 7]! +
      (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS[i]! + w[i]!) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i]! += value));
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

/** The first 32 bits of the fractional parts of the roots of the first primes: cube roots and square roots. */
function rootConstants(): { CONSTANTS: Uint32Array; INITIAL: Uint32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
  return {
    CONSTANTS: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    INITIAL: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}
