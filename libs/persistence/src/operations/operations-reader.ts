import type { DayString } from '@kotae/kernel';
import type { DataSource } from 'typeorm';

/** How the city's work stands right now: numbers only. */
export interface OperationsFigures {
  readonly unhandled: number;
  /** Seconds since the oldest submission arrived that nobody has sorted; 0 when there is none. */
  readonly oldestUnhandledSeconds: number;
  /** Seconds that the oldest committed event has waited to be handed on. */
  readonly outboxLagSeconds: number;
  /** Seconds by which the most overdue delivery is late. */
  readonly deliveryLagSeconds: number;
  /** Deliveries that were given up. */
  readonly deliveriesFailed: number;
  /** Mails that were refused at least once and are not sent yet, given up or not. */
  readonly mailFailures: number;
  /** Connections of the worker's role to this database. */
  readonly workerConnections: number;
}

/** What tells that a machine's calendar clock is wrong. */
export interface ClockFigures {
  /** Seconds by which this program's clock is ahead of the database's; negative when it is behind. */
  readonly aheadSeconds: number;
  /** Letters with a day of receipt that has not come yet. */
  readonly lettersAhead: number;
}

export interface UnseenLetter {
  readonly submissionId: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
}

const MAIL_REACTIONS = `('acknowledge', 'mail-reply', 'mail-urgent', 'alarm-unseen')`;

const FIGURES = `select
  (select count(*)::int from submission where state = 'received') as "unhandled",
  coalesce((select greatest(extract(epoch from now() - received_at), 0)::float8 from submission where state = 'received'
    order by received_on, id limit 1), 0) as "oldestUnhandledSeconds",
  coalesce((select greatest(extract(epoch from now() - created_at), 0)::float8 from outbox where expanded_at is null
    order by created_at, id limit 1), 0) as "outboxLagSeconds",
  coalesce((select greatest(extract(epoch from now() - next_try_at), 0)::float8 from delivery where state = 'pending'
    order by next_try_at limit 1), 0) as "deliveryLagSeconds",
  (select count(*)::int from delivery where state = 'failed') as "deliveriesFailed",
  (select count(*)::int from delivery where state = 'failed' and reaction in ${MAIL_REACTIONS})
    + (select count(*)::int from delivery where state = 'pending' and last_error is not null and reaction in ${MAIL_REACTIONS})
    as "mailFailures",
  (select count(*)::int from pg_stat_activity where datname = current_database() and usename = 'kotae_worker') as "workerConnections"`;

/** Every figure has an index under it, so that asking often costs nothing. */
export class OperationsReader {
  constructor(private readonly source: DataSource) {}

  async figures(): Promise<OperationsFigures> {
    const [row]: OperationsFigures[] = await this.source.query(FIGURES);
    return row!;
  }

  /** Compares `now` with the database's clock, and the letters with `day`. */
  async clock(now: Date, day: DayString): Promise<ClockFigures> {
    const [row]: ClockFigures[] = await this.source.query(
      `select extract(epoch from $1::timestamptz - clock_timestamp())::float8 as "aheadSeconds",
         (select count(*)::int from submission where received_on > $2::date) as "lettersAhead"`,
      [now, day],
    );
    return row!;
  }

  /** Reads the whole index: a few ten milliseconds for a million. */
  async accepted(): Promise<number> {
    const [row]: { n: number }[] = await this.source.query('select count(*)::int as n from submission');
    return row!.n;
  }

  /** Submissions that arrived before `day` (Asia/Tokyo) and that nobody opened, oldest first, and how many there are. */
  async unseenBefore(day: DayString, limit: number): Promise<{ letters: UnseenLetter[]; total: number }> {
    const rows: (UnseenLetter & { total: number })[] = await this.source.query(
      `select id as "submissionId", fiscal_year as "fiscalYear", receipt_serial as "receiptSerial", (count(*) over ())::int as total
       from submission where state = 'received' and seen_at is null and received_at < $1::date::timestamp at time zone 'Asia/Tokyo'
       order by received_at, id limit $2`,
      [day, limit],
    );
    return { letters: rows.map(({ total: _, ...letter }) => letter), total: rows[0]?.total ?? 0 };
  }
}
