/** Failures per key within a window of time, in memory and bounded. Times are in milliseconds. */
export class FailureCounter {
  readonly #failures = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly mostKeys = 10_000,
  ) {}

  /** Milliseconds until the key may try again; 0 when it may now. */
  wait(key: string, now: number): number {
    const entry = this.#failures.get(key);
    if (entry === undefined || entry.until <= now) return 0;
    this.#withinWindow(entry, now);
    return entry.count >= this.most ? entry.until - now : 0;
  }

  add(key: string, now: number): void {
    const entry = this.#failures.get(key);
    if (entry !== undefined && entry.until > now) {
      this.#withinWindow(entry, now);
      entry.count += 1;
      if (entry.count === this.most) entry.until = now + this.windowMs;
      return;
    }
    this.#failures.delete(key);
    if (this.#failures.size >= this.mostKeys) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(key, { count: 1, until: now + this.windowMs });
  }

  forget(key: string): void {
    this.#failures.delete(key);
  }

  /** After the machine's clock went back, nobody waits for longer than the window. */
  #withinWindow(entry: { until: number }, now: number): void {
    entry.until = Math.min(entry.until, now + this.windowMs);
  }
}
