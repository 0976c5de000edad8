import type { FeatureBlock } from './feature-block';

// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { log, sqrt } = Math;

/** A sparse row: feature numbers and their values. */
export interface SparseRow {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** More features than this are not kept, however many letters there are: it bounds the model's size. */
export const MAX_FEATURES = 120_000;

/** Which features the model knows, and how rare each is (idf). Open addressing on 32-bit hashes; no words are kept. */
export class Vocabulary {
  /** Pairs of key and number; a number of −1 marks a free place. */
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(
    readonly keys: Uint32Array,
    readonly idf: Float32Array,
  ) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.table = new Int32Array(size * 2).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      let slot = keys[i]! & this.mask;
      while (this.table[slot * 2 + 1]! >= 0) slot = (slot + 1) & this.mask;
      this.table[slot * 2] = keys[i]! | 0;
      this.table[slot * 2 + 1] = i;
    }
  }

  get size(): number {
    return this.keys.length;
  }

  /** The number of a feature, or −1. */
  find(key: number): number {
    const signed = key | 0;
    let slot = key & this.mask;
    for (;;) {
      const at = this.table[slot * 2 + 1]!;
      if (at < 0 || this.table[slot * 2] === signed) return at;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Weighs each block by rarity (tf-idf) and brings it to the block's length. */
  row(blocks: readonly FeatureBlock[]): SparseRow {
    let most = 0;
    for (const block of blocks) most += block.keys.length;
    const index = new Int32Array(most);
    const value = new Float32Array(most);
    let filled = 0;
    for (const block of blocks) {
      const first = filled;
      let squares = 0;
      for (let i = 0; i < block.keys.length; i++) {
        const at = this.find(block.keys[i]!);
        if (at < 0) continue;
        const x = (1 + log(block.counts[i]!)) * this.idf[at]!;
        index[filled] = at;
        value[filled++] = x;
        squares += x * x;
      }
      const scale = squares > 0 ? block.weight / sqrt(squares) : 0;
      for (let i = first; i < filled; i++) value[i]! *= scale;
    }
    return { index: index.slice(0, filled), value: value.slice(0, filled) };
  }
}

/** Keeps the features that occur at least twice, the commonest `MAX_FEATURES` of them. */
export function buildVocabulary(documents: readonly (readonly FeatureBlock[])[]): Vocabulary {
  const all = new Uint32Array(
    documents.reduce((sum, blocks) => sum + blocks.reduce((keys, block) => keys + block.keys.length, 0), 0),
  );
  let filled = 0;
  for (const blocks of documents)
    for (const block of blocks) {
      all.set(block.keys, filled);
      filled += block.keys.length;
    }
  // Sorting one long array takes a fraction of the memory of counting in a map.
  all.sort();
  let kept: [key: number, count: number][] = [];
  for (let i = 0, j = 0; i < all.length; i = j) {
    while (j < all.length && all[j] === all[i]) j++;
    if (j - i >= 2) kept.push([all[i]!, j - i]);
  }
  if (kept.length > MAX_FEATURES) kept = kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_FEATURES);
  kept.sort((a, b) => a[0] - b[0]);
  const keys = Uint32Array.from(kept, ([key]) => key);
  const idf = Float32Array.from(kept, ([, count]) => log((1 + documents.length) / (1 + count)) + 1);
  return new Vocabulary(keys, idf);
}
