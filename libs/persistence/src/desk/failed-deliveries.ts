import { isId } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../casework/keyset-cursor';

/** A reaction that was given up: codes and ids only. */
export interface FailedDeliveryRecord {
  readonly eventId: string;
  readonly reaction: string;
  readonly eventName: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly failedAt: Date;
  readonly submissionId: string | null;
}

const isInstant = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** The visible list of what did not work, and the way back from it. */
export class FailedDeliveries {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  async page(after: string | null, limit: number): Promise<{ items: FailedDeliveryRecord[]; next: string | null }> {
    const [at, eventId, reaction] =
      after === null ? [null, null, null] : readCursor(after, [isInstant, isId, (value) => typeof value === 'string']);
    const rows: (FailedDeliveryRecord & { at: string })[] = await this.source.query(
      `select d.event_id as "eventId", d.reaction, e.name as "eventName", d.attempts, coalesce(d.last_error, 'unknown') as "lastError",
              d.next_try_at as "failedAt", e.payload->>'submissionId' as "submissionId", to_char(d.next_try_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from delivery d join outbox e on e.id = d.event_id
       where d.state = 'failed' and ($1::timestamptz is null or (d.next_try_at, d.event_id, d.reaction) < ($1, $2::uuid, $3::text))
       order by d.next_try_at desc, d.event_id desc, d.reaction desc limit $4`,
      [at, eventId, reaction, limit + 1],
    );
    const page = rows.slice(0, limit);
    const end = page.at(-1);
    return {
      items: page.map(({ at: _, ...record }) => record),
      next: rows.length > limit && end !== undefined ? writeCursor([end.at, end.eventId, end.reaction]) : null,
    };
  }

  /** Puts one back in line. Its attempts go on counting: a delivery that fails again is back on the list at once. */
  async retry(eventId: string, reaction: string): Promise<boolean> {
    const [rows] = (await this.source.query(
      `update delivery set state = 'pending', next_try_at = now() where event_id = $1 and reaction = $2 and state = 'failed'
       returning event_id`,
      [eventId, reaction],
    )) as [unknown[], number];
    return rows.length > 0;
  }
}
