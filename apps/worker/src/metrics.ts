import type { OperationsFigures, OperationsReader } from '@kotae/persistence';
import { Gauge, Registry } from 'prom-client';

/** Counting everything that was ever accepted reads an index from end to end, so it is done at most this often. */
const COUNT_EVERY_MS = 30_000;

const FROM_FIGURES: readonly (readonly [name: string, help: string, figure: keyof OperationsFigures])[] = [
  ['kotae_unhandled', 'Submissions that nobody has sorted yet', 'unhandled'],
  ['kotae_oldest_unhandled_seconds', 'Age of the oldest of them', 'oldestUnhandledSeconds'],
  ['kotae_outbox_lag_seconds', 'How long the oldest committed event has waited to be handed on', 'outboxLagSeconds'],
  ['kotae_delivery_lag_seconds', 'By how much the most overdue delivery is late', 'deliveryLagSeconds'],
  ['kotae_deliveries_failed', 'Deliveries that were given up', 'deliveriesFailed'],
  ['kotae_mail_failures', 'Mails that were refused and are not sent yet', 'mailFailures'],
];

/** What a city's monitoring may ask: numbers about the whole, never about a person. */
export function makeMetrics(
  operations: Pick<OperationsReader, 'figures' | 'accepted'>,
  queueDepth: () => Promise<number>,
): { readonly contentType: string; read(): Promise<string> } {
  const registry = new Registry();
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const figures = FROM_FIGURES.map(([name, help, figure]) => ({ gauge: gauge(name, help), figure }));
  const accepted = gauge('kotae_submissions_accepted_total', 'Submissions ever accepted');
  const depth = gauge(
    'kotae_queue_depth',
    'Batches of deliveries that wait in the queue; no value when the queue cannot be reached',
  );
  let counted = -Infinity;
  return {
    contentType: registry.contentType,
    read: async () => {
      const now = await operations.figures();
      for (const { gauge: one, figure } of figures) one.set(now[figure]);
      if (performance.now() - counted > COUNT_EVERY_MS) {
        accepted.set(await operations.accepted());
        counted = performance.now();
      }
      await queueDepth().then(
        (n) => depth.set(n),
        () => depth.remove(),
      );
      return registry.metrics();
    },
  };
}
