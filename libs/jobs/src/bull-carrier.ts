import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { STOP_MS, type Carrier, type DeliverBatch, type DeliveryKey } from './carrier';
import { LANES, MAILS_AT_ONCE, laneOf, type Lane } from './lanes';
import { within } from './within';

/** A release whose jobs are of another shape gives its queues other names: older workers run beside it for a while. */
const QUEUES = { work: 'kotae-batches', mail: 'kotae-mails' } as const satisfies Record<Lane, string>;
const CARRY_MS = 3_000;
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
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #queues: Readonly<Record<Lane, Queue<Batch>>>;
  #workers: readonly Worker<Batch>[] = [];

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
    this.#queues = { work: this.#queue('work'), mail: this.#queue('mail') };
  }

  async start(deliver: DeliverBatch): Promise<void> {
    // The workers' connection waits through an outage; for blocking, BullMQ makes each worker one of its own from it.
    const connection = this.#connection.duplicate({ enableOfflineQueue: true });
    this.#connections.push(connection);
    connection.on('error', () => undefined);
    this.#workers = LANES.map((lane) => {
      const worker = new Worker<Batch>(QUEUES[lane], (job) => this.#watched(deliver(job.data, this.#stop.signal)), {
        connection,
        concurrency: lane === 'mail' ? MAILS_AT_ONCE : this.atOnce,
        lockDuration: LOCK_MS,
        stalledInterval: LOOK_FOR_DEAD_MS,
      });
      worker.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
      return worker;
    });
  }

  async carry(batches: readonly Batch[]): Promise<void> {
    const jobs = batches.flatMap((batch) => {
      const [first] = batch;
      return first === undefined
        ? []
        : [
            {
              lane: laneOf(first.reaction),
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
    const added = LANES.map((lane) => this.#queues[lane].addBulk(jobs.filter((job) => job.lane === lane)));
    await within(CARRY_MS, Promise.all(added));
  }

  async depth(): Promise<Record<Lane, number>> {
    const [work, mail] = await within(CARRY_MS, Promise.all([this.#queues.work.count(), this.#queues.mail.count()]));
    return { work, mail };
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    const ofAll = (work: Promise<unknown>[]) => within(STOP_MS, Promise.all(work)).catch(() => undefined);
    await ofAll(this.#workers.map((worker) => worker.pause(true)));
    await ofAll([Promise.allSettled(this.#underWay)]);
    // By force: who waits for a job that does not end, or says goodbye to a Redis that is gone, never ends himself.
    await ofAll(this.#workers.map((worker) => worker.close(true)));
    await ofAll(LANES.map((lane) => this.#queues[lane].close()));
    for (const connection of this.#connections) connection.disconnect();
  }

  #queue(lane: Lane): Queue<Batch> {
    const queue = new Queue<Batch>(QUEUES[lane], { connection: this.#connection });
    queue.on('error', (error: Error & { code?: string }) => this.onError(error.code ?? error.name));
    return queue;
  }

  #watched(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }
}
