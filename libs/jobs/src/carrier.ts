import type { Lane } from './lanes';

/** Names one reaction to one event, and which attempt this is, so that two workers never make the same attempt. */
export interface DeliveryKey {
  readonly eventId: string;
  readonly reaction: string;
  readonly attempt: number;
}

/** Makes a batch of deliveries; once `stop` is aborted it begins no more of them. */
export type DeliverBatch = (batch: readonly DeliveryKey[], stop: AbortSignal) => Promise<void>;

/** What is under way when a carrier stops has so long to come to an end. */
export const STOP_MS = 2_000;

/**
 * Carries batches of delivery keys (`inBatches`) from the relay to whoever does the work. It may lose them (the relay sends
 * them again) and may bring them twice (an attempt is claimed in the database before it is made).
 */
export interface Carrier {
  start(deliver: DeliverBatch): Promise<void>;
  carry(batches: readonly (readonly DeliveryKey[])[]): Promise<void>;
  /** Batches that wait here, lane by lane. */
  depth(): Promise<Readonly<Record<Lane, number>>>;
  /** Says so to what is under way, waits a little for it, and ends. */
  stop(): Promise<void>;
}
