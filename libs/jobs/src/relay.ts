import { inBatches } from './batches';
import { REACTIONS } from './catalogue';
import type { Carrier } from './carrier';
import type { DeliveryBook } from './delivery-book';
import { LANES, OF_LANE, type Lane } from './lanes';

/** Handed to the queue and not started within this time: the queue lost it. */
const CARRY_SECONDS = 30;

/** Events that become deliveries, and deliveries that are handed over, by one statement. */
const HELPING = 500;
/** A mail is a batch of its own: no more of them than make a queue full. */
const MOST_OF = { work: HELPING, mail: 50 } as const satisfies Record<Lane, number>;

/**
 * With so many batches before it a queue is full for now. What is handed over has to be begun long before `CARRY_SECONDS`
 * have passed, or it would be handed over again and again while a campaign is worked off.
 */
const ENOUGH_WAITING = 50;

/** A full queue is looked at again after this time. */
const FULL_MS = 50;

export interface Relay {
  /** Looks at once, e.g. after an event in the same process. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Moves committed events on: outbox → deliveries → carrier, and every due retry. Several relays may run; rows are taken
 * with SKIP LOCKED. What a queue has no room for waits in the database, and so does everything while it cannot be reached.
 */
export function startRelay(
  book: DeliveryBook,
  carrier: Carrier,
  onError: (error: unknown) => void,
  everyMs = 250,
): Relay {
  let stopped = false;
  let wake: () => void = () => undefined;
  const reactionsOf = (name: string): readonly string[] => (REACTIONS as Record<string, readonly string[]>)[name] ?? [];
  const loop = (async () => {
    while (!stopped) {
      let pause = everyMs;
      try {
        const waiting = await carrier.depth();
        if (waiting.work >= ENOUGH_WAITING) pause = FULL_MS;
        else if ((await book.expand(reactionsOf, HELPING)) === HELPING) pause = 0;
        for (const lane of LANES.filter((one) => waiting[one] < ENOUGH_WAITING)) {
          const due = await book.takeDue(MOST_OF[lane], CARRY_SECONDS, OF_LANE[lane]);
          if (due.length > 0) await carrier.carry(inBatches(due));
          if (due.length === MOST_OF[lane]) pause = 0;
        }
      } catch (error) {
        onError(error);
      }
      if (pause > 0 && !stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  })();
  return {
    wake: () => wake(),
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
