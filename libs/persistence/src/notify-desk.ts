import type { DataSource, EntityManager } from 'typeorm';

/** The channel on which open desks hear that something changed. */
export const DESK_CHANNEL = 'kotae_desk';

/** Tells every open desk, when the transaction commits, to look again. Never called on the accept path: NOTIFY serialises commits. */
export async function notifyDesk(tx: EntityManager | DataSource): Promise<void> {
  await tx.query(`select pg_notify('${DESK_CHANNEL}', '')`);
}
