import type { DomainEvents } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { OutboxStore } from '../outbox-store';

/** Any constants that no other advisory lock uses. */
const REQUEST_LOCK = 7_346_101;
const TRAINING_LOCK = 7_346_102;

export interface TrainingRequest {
  readonly requestedAt: Date;
  /** It waited, or was under way, before this call. */
  readonly already: boolean;
}

/**
 * Asks for a training of the model. While one waits or is under way that one is the answer, whoever asked for it; with
 * `notWithin` (an interval of PostgreSQL) so is any that was asked for within this time.
 */
export async function requestTraining(
  tx: EntityManager,
  reason: DomainEvents['ModelRequested']['reason'],
  notWithin = '0 seconds',
): Promise<TrainingRequest> {
  await tx.query('select pg_advisory_xact_lock($1)', [REQUEST_LOCK]);
  const [open]: { at: Date }[] = await tx.query(
    `select e.created_at as at from outbox e where e.name = 'ModelRequested' and (e.expanded_at is null
       or e.created_at > now() - $1::interval
       or exists (select 1 from delivery d where d.event_id = e.id and d.state = 'pending'))
     order by e.created_at limit 1`,
    [notWithin],
  );
  if (open !== undefined) return { requestedAt: open.at, already: true };
  await new OutboxStore(tx).add({ name: 'ModelRequested', payload: { reason } });
  const [{ now }]: [{ now: Date }] = await tx.query('select now()');
  return { requestedAt: now, already: false };
}

/** Another worker trains: this attempt is made again later. */
class TrainingUnderWay extends Error {
  override readonly name = 'TrainingUnderWay';
  readonly code = 'training_under_way';
}

/** Does the work while no other worker trains; the lock goes with the connection when a worker dies. */
export async function trainingAlone<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const [{ mine }]: [{ mine: boolean }] = await runner.query('select pg_try_advisory_lock($1) as mine', [
      TRAINING_LOCK,
    ]);
    if (!mine) throw new TrainingUnderWay();
    try {
      return await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [TRAINING_LOCK]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}
