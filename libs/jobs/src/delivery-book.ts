import type { DeliveryKey } from './carrier';

/** What stands in the database about deliveries: the truth that a lost queue is filled again from. */
export interface DeliveryBook {
  /**
   * Turns committed events into deliveries, at most `limit` events. `reactionsOf` answers the reactions of an event's
   * name. Returns how many events were taken.
   */
  expand(reactionsOf: (eventName: string) => readonly string[], limit: number): Promise<number>;
  /** Deliveries that are due, marked as handed over for `leaseSeconds`; after that they are due again. */
  takeDue(limit: number, leaseSeconds: number): Promise<DeliveryKey[]>;
  /** Starts an attempt. Null when it was done, failed, or another worker makes it. */
  claim(key: DeliveryKey, leaseSeconds: number): Promise<{ eventName: string; payload: Record<string, string> } | null>;
  done(key: DeliveryKey): Promise<void>;
  /** Tries again in `retrySeconds`; null puts it on the failed list. `error` is a code, never a resident's text. */
  failed(key: DeliveryKey, error: string, retrySeconds: number | null): Promise<void>;
}
