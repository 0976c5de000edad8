import type { Carrier, DeliveryKey } from './carrier';

/** Without Redis: the worker that relays also does the work, a few at a time. */
export class InProcessCarrier implements Carrier {
  readonly #waiting: (readonly DeliveryKey[])[] = [];
  readonly #running = new Set<Promise<void>>();
  #deliver: ((batch: readonly DeliveryKey[]) => Promise<void>) | null = null;

  constructor(private readonly atOnce = 4) {}

  async start(deliver: (batch: readonly DeliveryKey[]) => Promise<void>): Promise<void> {
    this.#deliver = deliver;
  }

  async carry(batches: readonly (readonly DeliveryKey[])[]): Promise<void> {
    this.#waiting.push(...batches);
    this.#next();
  }

  async depth(): Promise<number> {
    return this.#waiting.length;
  }

  async stop(): Promise<void> {
    this.#deliver = null;
    this.#waiting.length = 0;
    await Promise.allSettled(this.#running);
  }

  #next(): void {
    while (this.#deliver !== null && this.#running.size < this.atOnce && this.#waiting.length > 0) {
      const work: Promise<void> = this.#deliver(this.#waiting.shift()!)
        .catch(() => undefined)
        .finally(() => {
          this.#running.delete(work);
          this.#next();
        });
      this.#running.add(work);
    }
  }
}
