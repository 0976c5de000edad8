import { Worker } from 'node:worker_threads';
import type { TypesettingAnswer, TypesettingOrder } from './serve-typesetting';
import {
  TypesettingError,
  type Template,
  type TemplateData,
  type Typesetter,
  type TypesettingReason,
} from './typesetter';

export interface ThreadLimits {
  /** That a document may wait for others, and then that it may be set. */
  readonly milliseconds: number;
  /** Documents that may wait at once. */
  readonly waiting: number;
  /** After so long without a document the thread ends and gives its memory (fonts, parsed templates) back. */
  readonly idleMilliseconds: number;
  /** For so long `close` waits for the thread to end. */
  readonly closeMilliseconds: number;
}

const LIMITS: ThreadLimits = { milliseconds: 30_000, waiting: 20, idleMilliseconds: 300_000, closeMilliseconds: 3_000 };
/** Of the thread's JavaScript; the compiler's own memory is outside. In megabytes. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

interface Waiting {
  readonly order: TypesettingOrder;
  /** Of the waiting, then of the setting. */
  timer: NodeJS.Timeout;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: TypesettingError) => void;
}

/**
 * Sets documents one after the other on a thread of its own, so that the thread which answers people stays free. The thread
 * starts with the first document; one that fails badly or is too slow is ended, and the next document gets a new one.
 */
export class ThreadTypesetter implements Typesetter {
  readonly #queue: Waiting[] = [];
  #current: Waiting | null = null;
  #thread: Worker | null = null;
  /** Native code cannot be broken off: a thread is only gone when it says so, and never are there two. */
  #ending: Promise<unknown> | null = null;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  /** `program` is a file that calls `serveTypesetting(parentPort)`. */
  constructor(
    private readonly program: string | URL,
    private readonly limits: ThreadLimits = LIMITS,
  ) {}

  set(template: Template, data: TemplateData): Promise<Buffer> {
    if (this.#closed) return Promise.reject(new TypesettingError(template.name, 'closed'));
    if (this.#queue.length >= this.limits.waiting) return Promise.reject(new TypesettingError(template.name, 'busy'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#outOfTime(waiting), this.limits.milliseconds);
      const waiting: Waiting = { order: { template, data }, timer, resolve, reject };
      this.#queue.push(waiting);
      this.#next();
    });
  }

  /** Refuses what waits and ends the thread; a document that is being set is lost. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#queue.splice(0)) refuse(waiting, 'closed');
    this.#end('closed');
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, this.limits.closeMilliseconds)));
    await Promise.race([this.#ending, enough]);
    clearTimeout(timer);
  }

  #next(): void {
    if (this.#current !== null || this.#ending !== null) return;
    const next = this.#queue.shift();
    clearTimeout(this.#idle);
    if (next === undefined) {
      this.#thread?.unref();
      this.#idle = setTimeout(() => this.#end('closed'), this.limits.idleMilliseconds).unref();
      return;
    }
    this.#current = next;
    clearTimeout(next.timer);
    next.timer = setTimeout(() => this.#outOfTime(next), this.limits.milliseconds);
    this.#thread ??= this.#start();
    this.#thread.ref();
    this.#thread.postMessage(next.order);
  }

  #start(): Worker {
    const thread = new Worker(this.program, { resourceLimits: HEAP, execArgv: [] });
    thread.on('message', (pdf: TypesettingAnswer) => this.#answered(pdf));
    // Out of memory, or a defect in the program: `exit` follows.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      if (this.#thread === thread) this.#end('failed');
    });
    return thread;
  }

  #answered(pdf: TypesettingAnswer): void {
    const done = this.#current;
    this.#current = null;
    if (done !== null && pdf === null) refuse(done, 'failed');
    if (done !== null && pdf !== null) {
      clearTimeout(done.timer);
      done.resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
    }
    this.#next();
  }

  #outOfTime(late: Waiting): void {
    if (this.#current === late) return this.#end('too_slow');
    this.#queue.splice(this.#queue.indexOf(late), 1);
    refuse(late, 'busy');
  }

  /** Gives the thread up, with the document on it. */
  #end(reason: TypesettingReason): void {
    clearTimeout(this.#idle);
    const [thread, lost] = [this.#thread, this.#current];
    this.#thread = null;
    this.#current = null;
    if (lost !== null) refuse(lost, reason);
    if (thread === null) return;
    this.#ending = thread.terminate().then(() => {
      this.#ending = null;
      if (!this.#closed) this.#next();
    });
  }
}

function refuse({ order, timer, reject }: Waiting, reason: TypesettingReason): void {
  clearTimeout(timer);
  reject(new TypesettingError(order.template.name, reason));
}
