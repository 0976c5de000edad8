import { REACTIONS, Unrepeatable, isReaction, type Delivered, type ReactionHandlers } from './catalogue';
import type { Carrier, DeliveryKey } from './carrier';
import type { DeliveryBook } from './delivery-book';

export interface DeliveryOptions {
  readonly book: DeliveryBook;
  readonly handlers: ReactionHandlers;
  /** What follows when a reaction failed for good, so that a person sees it where they work. */
  readonly givenUp?: Partial<ReactionHandlers>;
  readonly onFailure: (key: DeliveryKey, code: string, final: boolean) => void;
}

/** A handler that takes longer than this is made again by someone else. */
const ATTEMPT_SECONDS = 300;
/** Handed to the queue and not started within this time: the queue lost it. */
const CARRY_SECONDS = 30;
const MOST_ATTEMPTS = 12;

/** Seconds until the next try: 5, 20, 45 … at most an hour. Twelve tries take about three hours. */
export function retrySeconds(attempt: number): number {
  return Math.min(5 * attempt * attempt, 3_600);
}

/** Makes one attempt at one delivery. Never throws. */
export async function deliver(options: DeliveryOptions, key: DeliveryKey): Promise<void> {
  const claimed = await options.book.claim(key, ATTEMPT_SECONDS).catch(() => null);
  if (claimed === null) return;
  try {
    if (!isReaction(key.reaction)) throw new Unrepeatable('unknown_reaction');
    const handler = options.handlers[key.reaction] as (delivered: Delivered<never>) => Promise<void>;
    await handler({ eventId: key.eventId, payload: claimed.payload as never });
  } catch (error) {
    const code = errorCode(error);
    const final = error instanceof Unrepeatable || key.attempt + 1 >= MOST_ATTEMPTS;
    options.onFailure(key, code, final);
    // If even this cannot be written, the attempt's lease runs out and it is tried again.
    await options.book.failed(key, code, final ? null : retrySeconds(key.attempt + 1)).catch(() => undefined);
    if (!final || !isReaction(key.reaction)) return;
    const giveUp = options.givenUp?.[key.reaction] as ((delivered: Delivered<never>) => Promise<void>) | undefined;
    await giveUp?.({ eventId: key.eventId, payload: claimed.payload as never }).catch(() => undefined);
    return;
  }
  await record(options, key);
}

/**
 * Work that is done is not done again because the database was away when it should have been recorded: keep trying until
 * it is, or until the attempt's lease has run out and someone else makes it.
 */
async function record({ book }: DeliveryOptions, key: DeliveryKey): Promise<void> {
  const until = performance.now() + (ATTEMPT_SECONDS - 10) * 1000;
  for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await book.done(key);
    } catch {
      if (performance.now() + wait > until) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** A short code of what went wrong: an error's own code, or its kind. Messages may quote addresses or texts. */
function errorCode(error: unknown): string {
  if (error instanceof Unrepeatable) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code)) return code;
  return error instanceof Error ? error.name : 'unknown';
}

export interface Relay {
  /** Looks at once, e.g. after an event in the same process. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Moves committed events on: outbox → deliveries → carrier, and every due retry. Several relays may run; rows are taken
 * with SKIP LOCKED. A queue that cannot be reached only delays: the deliveries come due again.
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
      let busy = false;
      try {
        const expanded = await book.expand(reactionsOf, 500);
        const due = await book.takeDue(500, CARRY_SECONDS);
        if (due.length > 0) await carrier.carry(due);
        busy = expanded === 500 || due.length === 500;
      } catch (error) {
        onError(error);
      }
      if (!busy && !stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, everyMs);
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
