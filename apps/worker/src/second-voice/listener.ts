/** Submissions that may wait to be asked about; more go without, as they do when the program ends. */
const MOST_WAITING = 1_000;

/**
 * Asks about submissions beside the worker's other work, a few at a time, so that a slow server holds up nothing: the
 * suggestion of the product's own model stands already.
 */
export class Listener {
  readonly #waiting = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(
    private readonly hear: (submissionId: string) => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
    private readonly atOnce = 2,
  ) {}

  later(submissionId: string): void {
    if (this.#stopped || this.#waiting.size >= MOST_WAITING) return;
    this.#waiting.add(submissionId);
    this.#next();
  }

  /** What is under way is waited for: break it off first. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting.clear();
    await Promise.allSettled(this.#running);
  }

  #next(): void {
    for (const id of this.#waiting) {
      if (this.#running.size >= this.atOnce) return;
      this.#waiting.delete(id);
      const work: Promise<void> = this.hear(id)
        .then(() => undefined, this.onError)
        .finally(() => {
          this.#running.delete(work);
          this.#next();
        });
      this.#running.add(work);
    }
  }
}
