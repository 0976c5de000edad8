import { MOST_TOGETHER, isTogether } from './catalogue';
import type { DeliveryKey } from './carrier';

/**
 * Parcels for a carrier: keys of one reaction that are made together, and every other key alone. Only first attempts share
 * a parcel: what has failed, or has ended a worker, is tried alone and takes nobody with it.
 */
export function inBatches(keys: readonly DeliveryKey[]): DeliveryKey[][] {
  const open = new Map<string, DeliveryKey[]>();
  const batches: DeliveryKey[][] = [];
  for (const key of keys) {
    const most = key.attempt === 0 && isTogether(key.reaction) ? MOST_TOGETHER[key.reaction] : 1;
    const batch = most > 1 ? open.get(key.reaction) : undefined;
    if (batch !== undefined && batch.length < most) {
      batch.push(key);
      continue;
    }
    const started = [key];
    batches.push(started);
    if (most > 1) open.set(key.reaction, started);
  }
  return batches;
}
