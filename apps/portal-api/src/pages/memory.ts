interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/** Keeps answers for a while, a bounded number of them; who asks while one is being made waits for the same one. */
export class Memory<T> {
  readonly #kept = new Map<string, Kept<T>>();

  constructor(private readonly most: number) {}

  get(key: string, forMs: number, make: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > now) return kept.value;
    const value = make();
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: now + forMs });
    // What failed is not kept.
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    });
    if (this.#kept.size > this.most) this.#kept.delete(this.#kept.keys().next().value!);
    return value;
  }
}
