import type { AcceptedSubmission, Receipt, SubmissionDoor } from '@kotae/submission';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { pgPool } from './pg-pool';

interface AcceptRow {
  idempotency_key: string;
  id: string;
  fiscal_year: number;
  receipt_serial: number;
  received_on: string;
  fingerprint: Buffer;
  fresh: boolean;
}

interface Waiting {
  submission: AcceptedSubmission;
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

const MOST_PER_STATEMENT = 64;
/**
 * While one statement runs, what arrives gathers into the next; only a full one does not wait. Measured: one after the other accepts a seventh more
 * than two at once, because each statement carries more.
 */
const STATEMENTS_AT_ONCE = 2;
/** A statement takes milliseconds; after this long another no longer waits for it. */
const HANGING_MS = 1_000;
/** A little longer than the server's own limit: then the connection is dead. */
const NO_ANSWER_MS = 65_000;

/**
 * The door to PostgreSQL: one statement writes the submissions that arrived while the last one was being committed, each
 * with its submitter, its first fact and its event. A caller is answered after the commit of its statement. When a
 * gathered statement fails, each submission is tried alone, so that one bad row fails nobody else.
 */
export class PgSubmissionDoor implements SubmissionDoor {
  readonly #pool: Pool;
  readonly #queue: Waiting[] = [];
  #running = 0;
  #startedAt = 0;
  #look: NodeJS.Timeout | undefined;

  constructor(source: DataSource) {
    this.#pool = pgPool(source);
  }

  accept(submission: AcceptedSubmission): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    while (this.#mayStart()) {
      const batch = this.#takeBatch();
      this.#running += 1;
      this.#startedAt = performance.now();
      void this.#write(batch).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
    this.#lookAgain();
  }

  /** A statement that hangs must not hold up who comes after it. */
  #lookAgain(): void {
    if (this.#look !== undefined || this.#running === 0 || this.#queue.length === 0) return;
    this.#look = setTimeout(() => {
      this.#look = undefined;
      this.#next();
    }, HANGING_MS).unref();
  }

  #mayStart(): boolean {
    if (this.#running === 0) return this.#queue.length > 0;
    if (this.#running >= STATEMENTS_AT_ONCE || this.#queue.length === 0) return false;
    return this.#queue.length >= MOST_PER_STATEMENT || performance.now() - this.#startedAt >= HANGING_MS;
  }

  /** The oldest waiting ones, no key twice: a double click is answered from the row its twin wrote. */
  #takeBatch(): Waiting[] {
    const keys = new Set<string>();
    const batch: Waiting[] = [];
    for (let i = 0; i < this.#queue.length && batch.length < MOST_PER_STATEMENT;) {
      const waiting = this.#queue[i]!;
      if (keys.has(waiting.submission.idempotencyKey)) {
        i += 1;
        continue;
      }
      keys.add(waiting.submission.idempotencyKey);
      batch.push(waiting);
      this.#queue.splice(i, 1);
    }
    return batch;
  }

  async #write(batch: Waiting[]): Promise<void> {
    try {
      const receipts = await this.#insert(batch.map((w) => w.submission));
      for (const { submission, resolve } of batch) resolve(receipts.get(submission.idempotencyKey)!);
    } catch (error) {
      if (batch.length === 1) return batch[0]!.reject(error);
      for (const waiting of batch) await this.#write([waiting]);
    }
  }

  async #insert(submissions: AcceptedSubmission[]): Promise<Map<string, Receipt>> {
    const { rows } = await this.#pool.query<AcceptRow>({
      name: 'accept_submissions',
      text: 'select * from accept_submissions($1::jsonb)',
      values: [JSON.stringify(submissions.map(toRow))],
      query_timeout: NO_ANSWER_MS,
    } as QueryConfig);
    const receipts = new Map<string, Receipt>();
    // A batch with a repeated key answers its fresh rows first and then everything that stands under its keys.
    for (const row of rows) if (!receipts.has(row.idempotency_key)) receipts.set(row.idempotency_key, toReceipt(row));
    for (const { idempotencyKey } of submissions) {
      if (!receipts.has(idempotencyKey)) throw new Error('accept_submissions answered nothing for a key');
    }
    return receipts;
  }
}

function toReceipt(row: AcceptRow): Receipt {
  return {
    id: row.id,
    fiscalYear: row.fiscal_year,
    receiptSerial: row.receipt_serial,
    receivedOn: row.received_on,
    fingerprint: row.fingerprint,
    fresh: row.fresh,
  };
}

/** PostgreSQL's text cannot hold U+0000; nobody types it. */
const clean = (text: string | null) => (text === null ? null : text.replaceAll('\u0000', ''));

function toRow(s: AcceptedSubmission) {
  const { input } = s;
  return {
    id: s.id,
    event_id: s.eventId,
    idempotency_key: clean(s.idempotencyKey),
    fingerprint: s.fingerprint.toString('hex'),
    code_hash: s.codeHash.toString('hex'),
    fiscal_year: s.fiscalYear,
    received_at: s.receivedAt.toISOString(),
    received_on: input.receivedOn,
    due_on: s.dueOn,
    kind: input.kind,
    channel: input.channel,
    subject: clean(input.subject),
    body: clean(input.body),
    reply_wanted: input.reply.wanted,
    reply_channel: input.reply.channel,
    publish_consent: input.publishConsent,
    district: input.district,
    age_band: input.ageBand,
    registered_by: s.registeredBy?.id ?? null,
    registered_by_name: s.registeredBy?.name ?? null,
    follows_code_hash: s.followsCodeHash?.toString('hex') ?? null,
    submitter: input.submitter && {
      name: clean(input.submitter.name),
      email: clean(input.submitter.email),
      phone: clean(input.submitter.phone),
      postalCode: clean(input.submitter.postalCode),
      address: clean(input.submitter.address),
    },
    attachments: s.attachments.map((a) => ({ id: a.id, keyHash: a.keyHash.toString('hex'), purpose: a.purpose })),
  };
}
