import { isId } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
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

  /**
   * Puts one back in line with all its tries before it, as if it were new: what it failed of has been put right. A reply
   * that the desk has taken in hand since (edited, sent again or by post) is not mailed a second time; its delivery ends.
   */
  async retry(eventId: string, reaction: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const rows: { replyId: string | null }[] = await tx.query(
        `select e.payload->>'replyId' as "replyId" from delivery d join outbox e on e.id = d.event_id
         where d.event_id = $1 and d.reaction = $2 and d.state = 'failed' for update of d`,
        [eventId, reaction],
      );
      if (rows[0] === undefined) return false;
      const { replyId } = rows[0];
      const again = reaction !== 'mail-reply' || replyId === null || (await sendsAgain(tx, replyId));
      await tx.query(
        again
          ? `update delivery set state = 'pending', attempts = 0, next_try_at = now() where event_id = $1 and reaction = $2`
          : `update delivery set state = 'done', done_at = now() where event_id = $1 and reaction = $2`,
        [eventId, reaction],
      );
      return true;
    });
  }
}

/** Whether a reply whose mail was given up may go out as it was frozen; if so, it is on its way again. */
async function sendsAgain(tx: EntityManager, replyId: string): Promise<boolean> {
  const rows: { state: string; onItsWay: boolean }[] = await tx.query(
    `select r.state, exists (select 1 from delivery d join outbox e on e.id = d.event_id
       where d.reaction = 'mail-reply' and d.state = 'pending' and e.payload->>'replyId' = r.id::text) as "onItsWay"
     from reply r where r.id = $1 for update of r`,
    [replyId],
  );
  const reply = rows[0];
  if (reply === undefined) return true;
  if (reply.state === 'failed') {
    await tx.query(`update reply set state = 'sending', version = version + 1 where id = $1`, [replyId]);
    return true;
  }
  return reply.state === 'sending' && !reply.onItsWay;
}
