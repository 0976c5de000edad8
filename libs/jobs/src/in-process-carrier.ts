import { STOP_MS, type Carrier, type DeliverBatch, type DeliveryKey } from './carrier';
import { LANES, MAILS_AT_ONCE, laneOf, type Lane } from './lanes';
import { within } from './within';

/** Without Redis: the worker that relays also does the work, a few at a time. */
export class InProcessCarrier implements Carrier {
  readonly #lanes: Readonly<Record<Lane, WorkLane>>;

  constructor(atOnce = 4) {
    this.#lanes = { work: new WorkLane(atOnce), mail: new WorkLane(MAILS_AT_ONCE) };
  }

  async start(deliver: DeliverBatch): Promise<void> {
    for (const lane of LANES) this.#lanes[lane].start(deliver);
  }

  async carry(batches: readonly (readonly DeliveryKey[])[]): Promise<void> {
    for (const batch of batches) this.#lanes[laneOf(batch[0]?.reaction ?? '')].add(batch);
  }

  async depth(): Promise<Record<Lane, number>> {
    return { work: this.#lanes.work.waiting, mail: this.#lanes.mail.waiting };
  }

  async stop(): Promise<void> {
    await Promise.all(LANES.map((lane) => this.#lanes[lane].stop()));
  }
}

class WorkLane {
  readonly #waiting: (readonly DeliveryKey[])[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #deliver: DeliverBatch | null = null;

  constructor(private readonly atOnce: number) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  start(deliver: DeliverBatch): void {
    this.#deliver = deliver;
    this.#next();
  }

  add(batch: readonly DeliveryKey[]): void {
    this.#waiting.push(batch);
    this.#next();
  }

  async stop(): Promise<void> {
    this.#deliver = null;
    this.#waiting.length = 0;
    this.#stop.abort();
    await within(STOP_MS, Promise.allSettled(this.#running)).catch(() => undefined);
  }

  #next(): void {
    while (this.#deliver !== null && this.#running.size < this.atOnce && this.#waiting.length > 0) {
      const work: Promise<void> = this.#deliver(this.#waiting.shift()!, this.#stop.signal)
        .catch(() => undefined)
        .finally(() => {
          this.#running.delete(work);
          this.#next();
        });
      this.#running.add(work);
    }
  }
}
