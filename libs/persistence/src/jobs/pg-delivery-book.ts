import type { DataSource } from 'typeorm';

interface Key {
  readonly eventId: string;
  readonly reaction: string;
  readonly attempt: number;
}

/** `DeliveryBook` of libs/jobs on the tables `outbox` and `delivery`. */
export class PgDeliveryBook {
  constructor(private readonly source: DataSource) {}

  async expand(reactionsOf: (eventName: string) => readonly string[], limit: number): Promise<number> {
    return this.source.transaction(async (tx) => {
      const events: { id: string; name: string }[] = await tx.query(
        'select id, name from outbox where expanded_at is null order by created_at, id limit $1 for update skip locked',
        [limit],
      );
      if (events.length === 0) return 0;
      const rows = events.flatMap((event) => reactionsOf(event.name).map((reaction) => ({ id: event.id, reaction })));
      await tx.query(
        `insert into delivery (event_id, reaction, next_try_at)
         select x.id, x.reaction, now() from jsonb_to_recordset($1) as x(id uuid, reaction text) on conflict do nothing`,
        [JSON.stringify(rows)],
      );
      await tx.query('update outbox set expanded_at = now() where id = any($1)', [events.map((event) => event.id)]);
      return events.length;
    });
  }

  async takeDue(limit: number, leaseSeconds: number): Promise<Key[]> {
    const [rows] = (await this.source.query(
      `update delivery d set next_try_at = now() + make_interval(secs => $2)
       from (select event_id, reaction from delivery where state = 'pending' and next_try_at <= now()
             order by next_try_at limit $1 for update skip locked) due
       where d.event_id = due.event_id and d.reaction = due.reaction
       returning d.event_id as "eventId", d.reaction, d.attempts as attempt`,
      [limit, leaseSeconds],
    )) as [Key[], number];
    return rows;
  }

  async claim(key: Key, leaseSeconds: number): Promise<{ eventName: string; payload: Record<string, string> } | null> {
    const [rows] = (await this.source.query(
      `update delivery d set attempts = d.attempts + 1, next_try_at = now() + make_interval(secs => $4)
       from outbox e
       where e.id = d.event_id and d.event_id = $1 and d.reaction = $2 and d.state = 'pending' and d.attempts = $3
       returning e.name as "eventName", e.payload`,
      [key.eventId, key.reaction, key.attempt, leaseSeconds],
    )) as [{ eventName: string; payload: Record<string, string> }[], number];
    return rows[0] ?? null;
  }

  async done(key: Key): Promise<void> {
    await this.source.query(
      `update delivery set state = 'done', done_at = now(), last_error = null where event_id = $1 and reaction = $2`,
      [key.eventId, key.reaction],
    );
  }

  async failed(key: Key, error: string, retrySeconds: number | null): Promise<void> {
    await this.source.query(
      `update delivery set state = case when $4::int is null then 'failed' else 'pending' end, last_error = $3,
         next_try_at = now() + make_interval(secs => coalesce($4::int, 0))
       where event_id = $1 and reaction = $2 and state = 'pending'`,
      [key.eventId, key.reaction, error, retrySeconds],
    );
  }
}
