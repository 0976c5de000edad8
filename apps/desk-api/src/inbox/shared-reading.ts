/** One reading of something, for everyone who asks while it goes on or soon after. */
interface Reading<V> {
  /** When it began; what was committed before is in it. */
  began: number;
  value: Promise<V>;
  /** The reading after it, for those who need a newer one. */
  next: Promise<V> | null;
}

/**
 * Reads at most once at a time for each key, however many ask, and keeps the answer for `mostAgeMs`. What was said to have
 * changed is never answered as it was before.
 */
export class SharedReading<K, V> {
  readonly #readings = new Map<K, Reading<V>>();
  #changed = -Infinity;

  constructor(
    private readonly read: (key: K) => Promise<V>,
    private readonly mostAgeMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whoever asks from now on is answered with what is true from now on. */
  changed(): void {
    this.#changed = this.now();
  }

  /** @param since an answer must not be older; in milliseconds of the clock. */
  get(key: K, since = this.now() - this.mostAgeMs): Promise<V> {
    const known = this.#readings.get(key);
    if (known === undefined) return this.#begin(key);
    if (known.began >= since && known.began > this.#changed) return known.value;
    return (known.next ??= known.value.then(
      () => this.#begin(key),
      () => this.#begin(key),
    ));
  }

  #begin(key: K): Promise<V> {
    const began = this.now();
    const value = this.read(key);
    const reading = { began, value, next: null };
    this.#readings.set(key, reading);
    // What failed is nobody's answer but theirs who waited for it.
    value.catch(() => this.#readings.get(key) === reading && this.#readings.delete(key));
    return value;
  }
}
