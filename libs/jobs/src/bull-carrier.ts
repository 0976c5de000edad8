import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Carrier, DeliveryKey } from './carrier';

const QUEUE = 'kotae-deliveries';
const CARRY_MS = 3_000;
const STOP_MS = 2_000;
/** A job: keys only, of one reaction. */
type Batch = readonly DeliveryKey[];

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
  readonly #underWay = new Set<Promise<void>>();
  readonly #queue: Queue<Batch>;
  #worker: Worker<Batch> | null = null;

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
    this.#queue = new Queue<Batch>(QUEUE, { connection: this.#connection });
    this.#queue.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async start(deliver: (batch: Batch) => Promise<void>): Promise<void> {
    // A worker blocks on its connection, so it gets one of its own, which waits through an outage.
    const connection = this.#connection.duplicate({ enableOfflineQueue: true });
    this.#connections.push(connection);
    connection.on('error', () => undefined);
    this.#worker = new Worker<Batch>(QUEUE, (job) => this.#watched(deliver(job.data)), {
      connection,
      concurrency: this.atOnce,
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_FOR_DEAD_MS,
    });
    this.#worker.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
  }

  async carry(batches: readonly Batch[]): Promise<void> {
    const jobs = batches.flatMap((batch) => {
      const [first] = batch;
      return first === undefined
        ? []
        : [
            {
              name: first.reaction,
              data: batch,
              opts: {
                jobId: `${first.eventId}_${first.reaction}_${first.attempt}`,
                removeOnComplete: true,
                removeOnFail: true,
                attempts: 1,
              },
            },
          ];
    });
    const added = this.#queue.addBulk(jobs);
    await within(CARRY_MS, added);
  }

  async depth(): Promise<number> {
    return within(CARRY_MS, this.#queue.count());
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    await within(STOP_MS, worker?.pause(true) ?? Promise.resolve()).catch(() => undefined);
    await within(STOP_MS, Promise.allSettled(this.#underWay)).catch(() => undefined);
    // By force: who waits for a job that does not end, or says goodbye to a Redis that is gone, never ends himself.
    await within(STOP_MS, worker?.close(true) ?? Promise.resolve()).catch(() => undefined);
    await within(STOP_MS, this.#queue.close()).catch(() => undefined);
    for (const connection of this.#connections) connection.disconnect();
  }

  #watched(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
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
