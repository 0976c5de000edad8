import { finishHash, mixUnit } from './hashing';

/** Features of one kind, by hash; weighted by rarity and brought to length `weight` (see `Vocabulary.row`). */
export interface FeatureBlock {
  readonly weight: number;
  readonly keys: Uint32Array;
  /** How often each was seen. */
  readonly counts: Uint16Array;
}

/** Packs counted features; a map per document would take ten times the memory in training. */
export function blockOf(weight: number, counted: ReadonlyMap<number, number>): FeatureBlock {
  const keys = new Uint32Array(counted.size);
  const counts = new Uint16Array(counted.size);
  let i = 0;
  for (const [key, count] of counted) {
    keys[i] = key;
    counts[i++] = count < 65_535 ? count : 65_535;
  }
  return { weight, keys, counts };
}

/** Where a feature was seen; the same characters mean other things in a request than in a greeting. */
export const SEEDS = {
  text: 0x1111,
  request: 0x2222,
  suffix: 0x3333,
  subject: 0x4444,
  before: 0x5555,
  after: 0x6666,
  word: 0x7777,
  keyword: 0x8888,
  lean: 0x9999,
} as const;

/** Calls `visit` with the hash of every character n-gram of `from` to `to` units; grams do not cross a line break. */
export function forEachGram(text: string, seed: number, from: number, to: number, visit: (key: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    let h = seed;
    const limit = text.length - i < to ? text.length - i : to;
    for (let n = 1; n <= limit; n++) {
      const unit = text.charCodeAt(i + n - 1);
      if (unit === 10) break;
      h = mixUnit(h, unit);
      if (n >= from) visit(finishHash(h + n * 0x9e3779b1));
    }
  }
}

export function addGrams(counts: Map<number, number>, text: string, seed: number, from: number, to: number): void {
  forEachGram(text, seed, from, to, (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
}
