import type { FeatureBlock } from './feature-block';

/** A sparse row: feature numbers and their values. */
export interface SparseRow {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** More features than this are not kept, however many letters there are: it bounds the model's size. */
export const MAX_FEATURES = 120_000;

/** Which features the model knows, and how rare each is (idf). Open addressing on 32-bit hashes; no words are kept. */
export class Vocabulary {
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(
    readonly keys: Uint32Array,
    readonly idf: Float32Array,
  ) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.table = new Int32Array(size).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      let slot = keys[i]! & this.mask;
      while (this.table[slot]! >= 0) slot = (slot + 1) & this.mask;
      this.table[slot] = i;
    }
  }

  get size(): number {
    return this.keys.length;
  }

  /** The number of a feature, or −1. */
  find(key: number): number {
    let slot = key & this.mask;
    for (;;) {
      const at = this.table[slot]!;
      if (at < 0 || this.keys[at] === key) return at;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Weighs each block by rarity (tf-idf) and brings it to the block's length. */
  row(blocks: readonly FeatureBlock[]): SparseRow {
    const index: number[] = [];
    const value: number[] = [];
    for (const block of blocks) {
      const first = index.length;
      let squares = 0;
      for (let i = 0; i < block.keys.length; i++) {
        const at = this.find(block.keys[i]!);
        if (at < 0) continue;
        const x = (1 + Math.log(block.counts[i]!)) * this.idf[at]!;
        index.push(at);
        value.push(x);
        squares += x * x;
      }
      const scale = squares > 0 ? block.weight / Math.sqrt(squares) : 0;
      for (let i = first; i < value.length; i++) value[i]! *= scale;
    }
    return { index: Int32Array.from(index), value: Float32Array.from(value) };
  }
}

/** Keeps the features that occur in at least two documents, the commonest `MAX_FEATURES` of them. */
export function buildVocabulary(documents: readonly (readonly FeatureBlock[])[]): Vocabulary {
  const documentCount = new Map<number, number>();
  for (const blocks of documents)
    for (const block of blocks)
      for (const key of block.keys) documentCount.set(key, (documentCount.get(key) ?? 0) + 1);
  let kept = [...documentCount].filter(([, count]) => count >= 2);
  if (kept.length > MAX_FEATURES) kept = kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_FEATURES);
  kept.sort((a, b) => a[0] - b[0]);
  const keys = Uint32Array.from(kept, ([key]) => key);
  const idf = Float32Array.from(kept, ([, count]) => Math.log((1 + documents.length) / (1 + count)) + 1);
  return new Vocabulary(keys, idf);
}
