import type { Clock } from '@kotae/kernel';
import { requestTraining, rollUpCounts } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { noticeUnseen } from './unseen-alarm';

/** What scheduled work has at hand. */
export interface ScheduleContext {
  readonly source: DataSource;
  readonly clock: Clock;
  /** Hears, once a day, how many letters have stayed unseen for a whole open day. */
  readonly onUnseen: (letters: number) => void;
}

interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  run(context: ScheduleContext): Promise<unknown>;
}

/** An interval longer than any city keeps its events. */
const EVER = '100 years';

/** What the worker does by the clock. Every one may run in two workers at once. */
const SCHEDULES: readonly Schedule[] = [
  { name: 'roll-up-counts', everyMs: 2_000, run: ({ source }) => rollUpCounts(source) },
  // A retry waits for an hour at most: what waits for longer was put off by a clock that has gone back since.
  {
    name: 'straighten-deliveries',
    everyMs: 10_000,
    run: ({ source }) =>
      source.query(
        `update delivery set next_try_at = now() where state = 'pending' and next_try_at > now() + interval '65 minutes'`,
      ),
  },
  {
    name: 'unseen-alarm',
    everyMs: 600_000,
    run: async ({ source, clock, onUnseen }) => {
      if (!(await agreesWithDatabase(source, clock))) throw new WrongClock();
      const letters = await noticeUnseen(source, clock);
      if (letters !== null) onUnseen(letters);
    },
  },
  {
    name: 'sweep-uploads',
    everyMs: 600_000,
    run: ({ source }) =>
      source.query(`delete from attachment where submission_id is null and created_at < now() - interval '1 day'`),
  },
  {
    name: 'sweep-sessions',
    everyMs: 600_000,
    run: ({ source }) => source.query('delete from staff_session where expires_at < now()'),
  },
  {
    name: 'sweep-events',
    everyMs: 3_600_000,
    run: ({ source }) =>
      source.query(
        `with old as (
           select e.id from outbox e where e.expanded_at < now() - interval '30 days'
             and not exists (select 1 from delivery d where d.event_id = e.id and d.state <> 'done') limit 5000),
         gone as (delete from delivery where event_id in (select id from old))
         delete from outbox where id in (select id from old)`,
      ),
  },
  // A trained model belongs to a city that has its topics; a first one that was asked for is not asked for again.
  {
    name: 'first-model',
    everyMs: 5_000,
    run: ({ source }) =>
      trainWhen(source, 'exists (select 1 from topic) and not exists (select 1 from model)', 'first_start', EVER),
  },
  {
    name: 'monthly-model',
    everyMs: 3_600_000,
    run: ({ source }) =>
      trainWhen(
        source,
        `exists (select 1 from model) and not exists (select 1 from model where trained_at > now() - interval '30 days')`,
        'schedule',
        '30 days',
      ),
  },
];

async function trainWhen(
  source: DataSource,
  condition: string,
  reason: 'first_start' | 'schedule',
  notWithin: string,
): Promise<void> {
  const [{ due }]: [{ due: boolean }] = await source.query(`select ${condition} as due`);
  if (due) await source.transaction((tx) => requestTraining(tx, reason, notWithin));
}

/** Said in the log each time, so that silence is never taken for peace. */
class WrongClock extends Error {
  override readonly name = 'WrongClock';
  readonly code = 'clock_differs_from_database';
}

/** The alarm rings once for a day: a machine whose clock is wrong must not ring for another day. */
async function agreesWithDatabase(source: DataSource, clock: Clock): Promise<boolean> {
  const rows: { agrees: boolean }[] = await source.query(
    `select abs(extract(epoch from clock_timestamp() - $1::timestamptz)) < 600 as agrees`,
    [clock.now()],
  );
  return rows[0]!.agrees;
}

export function startSchedules(
  context: ScheduleContext,
  onError: (name: string, error: unknown) => void,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const timers = SCHEDULES.map((schedule) => {
    let busy = false;
    const tick = () => {
      if (busy) return;
      busy = true;
      const work: Promise<void> = schedule
        .run(context)
        .then(() => undefined)
        .catch((error: unknown) => onError(schedule.name, error))
        .finally(() => {
          busy = false;
          running.delete(work);
        });
      running.add(work);
    };
    tick();
    return setInterval(tick, schedule.everyMs);
  });
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await Promise.allSettled(running);
    },
  };
}
