import { waitFor } from '@kotae/testing';
import type { Processes } from './processes';

/**
 * Lets the time pass that a lost queue (30 s) or a dead worker's attempt (5 min) waits for: everything that is pending is
 * due now. Only while no worker runs, or it would be made beside itself.
 */
export async function letLeasesRunOut(product: Processes): Promise<void> {
  await product.query(`update delivery set next_try_at = now() where state = 'pending'`);
}

/** Ends every worker properly, lets all leases run out, and waits until everything that can be done is done. */
export async function workThroughEverything(product: Processes): Promise<void> {
  await Promise.all(product.workers.map((worker) => worker.end('SIGTERM')));
  await letLeasesRunOut(product);
  for (const worker of product.workers) worker.start();
  await Promise.all(product.workers.map((worker) => worker.ready()));
  await waitFor(
    'every event to be handed on and every delivery to be made',
    async () => {
      const waiting = await product.query<{ what: string }>(
        `select 'event ' || name as what from outbox where expanded_at is null
         union all select reaction || ' attempts=' || attempts || ' error=' || coalesce(last_error, '-') from delivery
           where state = 'pending'`,
      );
      if (waiting.length > 0) throw new Error(`waiting: ${waiting.map(({ what }) => what).join(', ')}`);
      return true;
    },
    30_000,
  );
}
