import type { DeliveryKey } from './carrier';
import type { WhichReactions } from './lanes';

/** An attempt that is ours to make. */
export interface ClaimedDelivery extends DeliveryKey {
  readonly payload: Readonly<Record<string, string>>;
}

/** What stands in the database about deliveries: the truth that a lost queue is filled again from. */
export interface DeliveryBook {
  /**
   * Turns committed events into deliveries, at most `limit` events. `reactionsOf` answers the reactions of an event's
   * name. Returns how many events were taken.
   */
  expand(reactionsOf: (eventName: string) => readonly string[], limit: number): Promise<number>;
  /** Deliveries that are due, marked as handed over for `leaseSeconds`; after that they are due again. */
  takeDue(limit: number, leaseSeconds: number, which: WhichReactions): Promise<DeliveryKey[]>;
  /** Starts attempts at one reaction; those that are done, failed, or being made by another worker are left out. */
  claim(keys: readonly DeliveryKey[], leaseSeconds: number): Promise<ClaimedDelivery[]>;
  /** Claimed and not begun: due again at once, as if nobody had claimed it. */
  giveBack(keys: readonly DeliveryKey[]): Promise<void>;
  done(keys: readonly DeliveryKey[]): Promise<void>;
  /** Tries again in `retrySeconds`; null puts it on the failed list. `error` is a code, never a resident's text. */
  failed(key: DeliveryKey, error: string, retrySeconds: number | null): Promise<void>;
}
