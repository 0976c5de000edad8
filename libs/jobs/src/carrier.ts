/** Names one reaction to one event, and which attempt this is, so that two workers never make the same attempt. */
export interface DeliveryKey {
  readonly eventId: string;
  readonly reaction: string;
  readonly attempt: number;
}

/**
 * Carries batches of delivery keys (`inBatches`) from the relay to whoever does the work. It may lose them (the relay sends
 * them again) and may bring them twice (an attempt is claimed in the database before it is made).
 */
export interface Carrier {
  start(deliver: (batch: readonly DeliveryKey[]) => Promise<void>): Promise<void>;
  carry(batches: readonly (readonly DeliveryKey[])[]): Promise<void>;
  /** Batches that wait here. */
  depth(): Promise<number>;
  stop(): Promise<void>;
}
