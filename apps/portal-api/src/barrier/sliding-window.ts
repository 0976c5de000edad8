/** Steps a window moves in; a wait is told to within one step. */
const STEPS = 12;

interface Counted {
  /** Number of the step that `counts[0]` stands for. */
  step: number;
  /** Newest first. */
  counts: number[];
}

export interface SlidingWindowOptions {
  readonly limit: number;
  readonly windowMs: number;
  /** Keys remembered at most; the one seen longest ago is forgotten first, so memory stays bounded under attack. */
  readonly keys: number;
}

/** Counts what each key did in the last `windowMs`. In memory, bounded, per process. */
export class SlidingWindow {
  readonly #keys = new Map<string, Counted>();
  readonly #stepMs: number;

  constructor(private readonly options: SlidingWindowOptions) {
    this.#stepMs = options.windowMs / STEPS;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** Milliseconds until one more is within the limit; 0 when it is now. */
  waitMs(key: string, now: number): number {
    const counted = this.#keys.get(key);
    if (counted === undefined) return 0;
    this.#move(counted, now);
    let sum = counted.counts.reduce((a, b) => a + b, 0);
    for (let age = STEPS - 1; age >= 0 && sum >= this.options.limit; age--) {
      sum -= counted.counts[age]!;
      if (sum < this.options.limit) return (counted.step - age + STEPS) * this.#stepMs - now;
    }
    return 0;
  }

  add(key: string, now: number, n = 1): void {
    const counted = this.#keys.get(key) ?? { step: this.#stepOf(now), counts: Array<number>(STEPS).fill(0) };
    this.#move(counted, now);
    counted.counts[0]! += n;
    this.#keys.delete(key);
    this.#keys.set(key, counted);
    if (this.#keys.size > this.options.keys) this.#keys.delete(this.#keys.keys().next().value!);
  }

  /** Takes one back that turned out not to count. */
  takeBack(key: string, now: number): void {
    const counted = this.#keys.get(key);
    if (counted === undefined) return;
    this.#move(counted, now);
    const newest = counted.counts.findIndex((n) => n > 0);
    if (newest >= 0) counted.counts[newest]! -= 1;
  }

  /** Puts a key at its limit at once. */
  fill(key: string, now: number): void {
    this.add(key, now, this.options.limit);
  }

  #stepOf(now: number): number {
    return Math.floor(now / this.#stepMs);
  }

  #move(counted: Counted, now: number): void {
    const step = this.#stepOf(now);
    // The machine's clock went back: what was counted ages from now on, so that nobody waits for longer than the window.
    if (step < counted.step) counted.step = step;
    for (let i = Math.min(STEPS, step - counted.step); i > 0; i--) {
      counted.counts.unshift(0);
      counted.counts.pop();
    }
    counted.step = step;
  }
}
