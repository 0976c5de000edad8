import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Carrier, DeliveryKey } from './carrier';

const QUEUE = 'kotae-deliveries';

/**
 * BullMQ on Redis: several workers share the load. Redis holds keys only; whatever it loses is sent again by the relay.
 * Retries and failures are the database's business, so a job is taken off the queue whatever came of it.
 */
export class BullCarrier implements Carrier {
  readonly #connection: Redis;
  readonly #queue: Queue<DeliveryKey>;
  #worker: Worker<DeliveryKey> | null = null;

  /** `onError` hears that Redis cannot be reached, by code, at most once per outage and error code. */
  constructor(
    url: string,
    private readonly onError: (code: string) => void,
    private readonly atOnce = 8,
  ) {
    this.#connection = new Redis(url, {
      maxRetriesPerRequest: null,
      enableOfflineQueue: false,
      retryStrategy: (times) => Math.min(times * 200, 5_000),
    });
    this.#connection.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
    this.#queue = new Queue<DeliveryKey>(QUEUE, { connection: this.#connection });
    this.#queue.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async start(deliver: (key: DeliveryKey) => Promise<void>): Promise<void> {
    // A worker blocks on its connection, so it gets one of its own, which waits through an outage.
    const connection = this.#connection.duplicate({ enableOfflineQueue: true });
    connection.on('error', () => undefined);
    this.#worker = new Worker<DeliveryKey>(QUEUE, (job) => deliver(job.data), { connection, concurrency: this.atOnce });
    this.#worker.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async carry(keys: readonly DeliveryKey[]): Promise<void> {
    await this.#queue.addBulk(
      keys.map((key) => ({
        name: key.reaction,
        data: key,
        opts: {
          jobId: `${key.eventId}_${key.reaction}_${key.attempt}`,
          removeOnComplete: true,
          removeOnFail: true,
          attempts: 1,
        },
      })),
    );
  }

  async depth(): Promise<number> {
    return this.#queue.count();
  }

  async stop(): Promise<void> {
    await this.#worker?.close().catch(() => undefined);
    await this.#queue.close().catch(() => undefined);
    this.#connection.disconnect();
  }
}
