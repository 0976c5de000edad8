/** Failures in a row after which the server is left alone. */
const FAILURES = 5;
const REST_MS = 5 * 60_000;

/** Leaves a server that keeps failing alone for a while; then one question finds out whether it is back. */
export class Breaker {
  #failures = 0;
  #restUntil = -Infinity;
  #trying = false;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether to ask now. Every `true` is followed by `succeeded`, `failed` or `unknown`. */
  tryNow(): boolean {
    if (this.#failures < FAILURES) return true;
    if (this.#trying || this.now() < this.#restUntil) return false;
    this.#trying = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#trying = false;
  }

  /** @returns true when the rest begins with this failure. */
  failed(): boolean {
    this.#failures += 1;
    this.#trying = false;
    if (this.#failures < FAILURES) return false;
    const begins = this.now() >= this.#restUntil;
    this.#restUntil = this.now() + REST_MS;
    return begins;
  }

  /** The question was broken off and says nothing about the server. */
  unknown(): void {
    this.#trying = false;
  }
}
