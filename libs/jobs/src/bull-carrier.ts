import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Carrier, DeliveryKey } from './carrier';

const QUEUE = 'kotae-deliveries';
const CARRY_MS = 3_000;
const STOP_MS = 2_000;
/** A job whose worker died is given to another after this long; until then the queue takes no second one of its name. */
const LOCK_MS = 10_000;
const LOOK_FOR_DEAD_MS = 5_000;

/**
 * BullMQ on Redis: several workers share the load. Redis holds keys only; whatever it loses is sent again by the relay.
 * Retries and failures are the database's business, so a job is taken off the queue whatever came of it.
 */
export class BullCarrier implements Carrier {
  readonly #connection: Redis;
  readonly #connections: Redis[] = [];
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
    this.#connections.push(this.#connection);
    this.#connection.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
    this.#queue = new Queue<DeliveryKey>(QUEUE, { connection: this.#connection });
    this.#queue.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async start(deliver: (key: DeliveryKey) => Promise<void>): Promise<void> {
    // A worker blocks on its connection, so it gets one of its own, which waits through an outage.
    const connection = this.#connection.duplicate({ enableOfflineQueue: true });
    this.#connections.push(connection);
    connection.on('error', () => undefined);
    this.#worker = new Worker<DeliveryKey>(QUEUE, (job) => deliver(job.data), {
      connection,
      concurrency: this.atOnce,
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_FOR_DEAD_MS,
    });
    this.#worker.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async carry(keys: readonly DeliveryKey[]): Promise<void> {
    const added = this.#queue.addBulk(
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
    await within(CARRY_MS, added);
  }

  async depth(): Promise<number> {
    return within(CARRY_MS, this.#queue.count());
  }

  async stop(): Promise<void> {
    // With Redis gone there is nobody to say goodbye to.
    const gone = this.#connection.status !== 'ready';
    await within(STOP_MS, this.#worker?.close(gone) ?? Promise.resolve()).catch(() => undefined);
    await within(STOP_MS, this.#queue.close()).catch(() => undefined);
    for (const connection of this.#connections) connection.disconnect();
  }
}

/** The promise's value, or an error when it takes longer: a queue that does not answer must not hold up the relay. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('the queue does not answer'), { code: 'queue_timeout' })),
      ms,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
