/** Names one reaction to one event, and which attempt this is, so that two workers never make the same attempt. */
export interface DeliveryKey {
  readonly eventId: string;
  readonly reaction: string;
  readonly attempt: number;
}

/**
 * Carries delivery keys from the relay to whoever does the work. It may lose them (the relay sends them again) and may
 * bring them twice (an attempt is claimed in the database before it is made).
 */
export interface Carrier {
  start(deliver: (key: DeliveryKey) => Promise<void>): Promise<void>;
  carry(keys: readonly DeliveryKey[]): Promise<void>;
  /** Keys that wait or are being worked on here, when the carrier knows. */
  depth(): Promise<number>;
  stop(): Promise<void>;
}
