import type { FeatureBlock } from './feature-block';
import { TrainingArrays } from './training-arrays';

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
    const filled = this.rowInto(blocks, index, value, 0);
    return { index: index.slice(0, filled), value: value.slice(0, filled) };
  }

  /** As `row`, written from `from` on; the answer is where it ends. */
  rowInto(blocks: readonly FeatureBlock[], index: Int32Array, value: Float32Array, from: number): number {
    let filled = from;
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
    return filled;
  }
}

/** Keeps the features that occur in at least two places, the commonest `MAX_FEATURES` of them. */
export function buildVocabulary(documents: readonly Uint32Array[], arrays = new TrainingArrays()): Vocabulary {
  const scratch = arrays.integers(
    'keys',
    documents.reduce((sum, keys) => sum + keys.length, 0),
  );
  const all = new Uint32Array(scratch.buffer, scratch.byteOffset, scratch.length);
  let filled = 0;
  for (const keys of documents) {
    all.set(keys, filled);
    filled += keys.length;
  }
  // Sorting one long array takes a fraction of the memory of counting in a map.
  all.sort();
  const rarest = rarestKept(all);
  const keys = new Uint32Array(rarest.kept);
  const idf = new Float32Array(rarest.kept);
  let kept = 0;
  let spare = rarest.ofRarest;
  forEachRun(all, (key, count) => {
    if (count < rarest.count || (count === rarest.count && spare-- <= 0)) return;
    keys[kept] = key;
    idf[kept++] = log((1 + documents.length) / (1 + count)) + 1;
  });
  return new Vocabulary(keys, idf);
}

/** The smallest count that is kept, how many features of just that count are (the first by key), and how many in all. */
function rarestKept(sorted: Uint32Array): { count: number; ofRarest: number; kept: number } {
  const features = new Map<number, number>();
  forEachRun(sorted, (_, count) => {
    if (count >= 2) features.set(count, (features.get(count) ?? 0) + 1);
  });
  let kept = 0;
  for (const [count, own] of [...features].sort((a, b) => b[0] - a[0])) {
    if (kept + own >= MAX_FEATURES) return { count, ofRarest: MAX_FEATURES - kept, kept: MAX_FEATURES };
    kept += own;
  }
  return { count: 2, ofRarest: Infinity, kept };
}

function forEachRun(sorted: Uint32Array, visit: (key: number, count: number) => void): void {
  for (let i = 0, j = 0; i < sorted.length; i = j) {
    while (j < sorted.length && sorted[j] === sorted[i]) j++;
    visit(sorted[i]!, j - i);
  }
}
