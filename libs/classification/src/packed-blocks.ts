import type { FeatureBlock } from './feature-block';

/** Keys of one chunk; a document with more has one of its own. */
const CHUNK = 1 << 18;

interface Chunk {
  readonly keys: Uint32Array;
  readonly counts: Uint16Array;
  filled: number;
}

/** Where a document's blocks lie: `ends[b]` is where block `b` ends. */
interface Place {
  readonly chunk: Chunk;
  readonly start: number;
  readonly ends: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The feature blocks of many documents in a few long arrays. A small array for every block of every document would take
 * several times the memory of what they hold.
 */
export class PackedBlocks {
  readonly #places: Place[] = [];
  #last: Chunk | null = null;
  #size = 0;

  /** Keys of all documents together. */
  get size(): number {
    return this.#size;
  }

  add(blocks: readonly FeatureBlock[]): void {
    const length = blocks.reduce((sum, { keys }) => sum + keys.length, 0);
    const chunk = this.#chunkWithRoom(length);
    const start = chunk.filled;
    const ends = blocks.map(({ keys, counts }) => {
      chunk.keys.set(keys, chunk.filled);
      chunk.counts.set(counts, chunk.filled);
      return (chunk.filled += keys.length);
    });
    this.#places.push({ chunk, start, ends, weights: blocks.map(({ weight }) => weight) });
    this.#size += length;
  }

  /** The blocks of one document: views, not copies. */
  blocks(document: number): FeatureBlock[] {
    const { chunk, start, ends, weights } = this.#places[document]!;
    return ends.map((end, b) => {
      const from = b === 0 ? start : ends[b - 1]!;
      return { weight: weights[b]!, keys: chunk.keys.subarray(from, end), counts: chunk.counts.subarray(from, end) };
    });
  }

  /** All keys of one document, those of its blocks one after the other. */
  keys(document: number): Uint32Array {
    const { chunk, start, ends } = this.#places[document]!;
    return chunk.keys.subarray(start, ends.at(-1) ?? start);
  }

  #chunkWithRoom(length: number): Chunk {
    if (this.#last !== null && this.#last.filled + length <= this.#last.keys.length) return this.#last;
    const size = Math.max(CHUNK, length);
    this.#last = { keys: new Uint32Array(size), counts: new Uint16Array(size), filled: 0 };
    return this.#last;
  }
}
