type Kind = Float32ArrayConstructor | Int32ArrayConstructor;

/**
 * Long arrays that training needs again and again: each is made once and handed out anew. `most` is the longest it will ever
 * have to be; what of it is never handed out takes no memory.
 */
export class TrainingArrays {
  readonly #kept = new Map<string, ArrayBuffer>();

  /** Zeros. What was handed out under this name before is overwritten. */
  floats(name: string, length: number, most = length): Float32Array {
    return new Float32Array(this.#room(name, most, Float32Array), 0, length).fill(0);
  }

  /** Zeros. What was handed out under this name before is overwritten. */
  integers(name: string, length: number, most = length): Int32Array {
    return new Int32Array(this.#room(name, most, Int32Array), 0, length).fill(0);
  }

  /** Forgets the array of this name: it is not needed any more. */
  drop(name: string): void {
    this.#kept.delete(name);
  }

  #room(name: string, most: number, kind: Kind): ArrayBuffer {
    let kept = this.#kept.get(name);
    if (kept === undefined || kept.byteLength < most * kind.BYTES_PER_ELEMENT) {
      kept = new ArrayBuffer(most * kind.BYTES_PER_ELEMENT);
      this.#kept.set(name, kept);
    }
    return kept;
  }
}
