import type { DataSource } from 'typeorm';

interface Key {
  readonly eventId: string;
  readonly reaction: string;
  readonly attempt: number;
}

interface Claimed extends Key {
  readonly payload: Readonly<Record<string, string>>;
}

interface WhichReactions {
  readonly kind: 'only' | 'except';
  readonly reactions: readonly string[];
}

/** A letter whose sender left no address is not acknowledged by mail; nobody need be asked to find that out. */
const SETTLED = `case when x.reaction <> 'acknowledge' then false else exists (
    select 1 from submission s left join submitter w on w.submission_id = s.id
    where s.id = (e.payload->>'submissionId')::uuid and w.email is null) end`;

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
        `insert into delivery (event_id, reaction, next_try_at, state, done_at)
         select id, reaction, now(), case when settled then 'done' else 'pending' end, case when settled then now() end
         from (select x.id, x.reaction, ${SETTLED} as settled
               from jsonb_to_recordset($1) as x(id uuid, reaction text) join outbox e on e.id = x.id) made
         on conflict do nothing`,
        [JSON.stringify(rows)],
      );
      await tx.query('update outbox set expanded_at = now() where id = any($1)', [events.map((event) => event.id)]);
      return events.length;
    });
  }

  /** Planned with the reactions that are asked for, so that it reads the index of their lane alone. */
  async takeDue(limit: number, leaseSeconds: number, which: WhichReactions): Promise<Key[]> {
    const [rows] = (await this.source.query(
      `update delivery d set next_try_at = now() + make_interval(secs => $2)
       from (select event_id, reaction from delivery where state = 'pending' and next_try_at <= now()
               and (reaction = any($3::text[])) = $4
             order by next_try_at limit $1 for update skip locked) due
       where d.event_id = due.event_id and d.reaction = due.reaction
       returning d.event_id as "eventId", d.reaction, d.attempts as attempt`,
      [limit, leaseSeconds, which.reactions, which.kind === 'only'],
    )) as [Key[], number];
    return rows;
  }

  /** Rows that somebody else holds at this moment are left out: nobody waits for anybody, so nobody waits in a circle. */
  async claim(keys: readonly Key[], leaseSeconds: number): Promise<Claimed[]> {
    const [rows] = (await this.source.query(
      `update delivery d set attempts = d.attempts + 1, next_try_at = now() + make_interval(secs => $4)
       from (select o.event_id, o.reaction, k.attempt, e.payload
             from unnest($1::uuid[], $2::text[], $3::int[]) as k(event_id, reaction, attempt)
             join delivery o on o.event_id = k.event_id and o.reaction = k.reaction
             join outbox e on e.id = k.event_id
             where o.state = 'pending' and o.attempts = k.attempt for update of o skip locked) mine
       where d.event_id = mine.event_id and d.reaction = mine.reaction
       returning d.event_id as "eventId", d.reaction, mine.attempt, mine.payload`,
      [...columnsOf(keys), keys.map(({ attempt }) => attempt), leaseSeconds],
    )) as [Claimed[], number];
    return rows;
  }

  async giveBack(keys: readonly Key[]): Promise<void> {
    await this.source.query(
      `update delivery d set attempts = k.attempt, next_try_at = now()
       from unnest($1::uuid[], $2::text[], $3::int[]) as k(event_id, reaction, attempt)
       where d.event_id = k.event_id and d.reaction = k.reaction and d.state = 'pending' and d.attempts = k.attempt + 1`,
      [...columnsOf(keys), keys.map(({ attempt }) => attempt)],
    );
  }

  async done(keys: readonly Key[]): Promise<void> {
    await this.source.query(
      `update delivery set state = 'done', done_at = now(), last_error = null
       where (event_id, reaction) in (select * from unnest($1::uuid[], $2::text[]))`,
      columnsOf(keys),
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

const columnsOf = (keys: readonly Key[]) => [keys.map(({ eventId }) => eventId), keys.map(({ reaction }) => reaction)];
