import {
  Unrepeatable,
  isReaction,
  isTogether,
  type Delivered,
  type ReactionHandlers,
  type TogetherHandlers,
} from './catalogue';
import type { DeliveryKey } from './carrier';
import type { ClaimedDelivery, DeliveryBook } from './delivery-book';

export interface DeliveryOptions {
  readonly book: DeliveryBook;
  readonly handlers: ReactionHandlers;
  /** For reactions that come in batches. */
  readonly together: TogetherHandlers;
  /** What follows when a reaction failed for good, so that a person sees it where they work. */
  readonly givenUp?: Partial<ReactionHandlers>;
  readonly onFailure: (key: DeliveryKey, code: string, final: boolean) => void;
}

/** A handler that takes longer than this is made again by someone else. */
const ATTEMPT_SECONDS = 300;
/** After this long what is left of a batch is not begun any more: it would still be under way when its lease runs out. */
const BATCH_SECONDS = 150;
const MOST_ATTEMPTS = 12;

/** Seconds until the next try: 5, 20, 45 … at most an hour. Twelve tries take about three hours. */
export function retrySeconds(attempt: number): number {
  return Math.min(5 * attempt * attempt, 3_600);
}

/**
 * Makes one attempt at every delivery of a batch, which is of one reaction. What is not begun when `stop` is aborted, or when
 * the batch has taken too long, goes back at once. Never throws.
 */
export async function deliver(
  options: DeliveryOptions,
  batch: readonly DeliveryKey[],
  stop?: AbortSignal,
): Promise<void> {
  const claimed = await options.book.claim(batch, ATTEMPT_SECONDS).catch(() => []);
  const until = performance.now() + BATCH_SECONDS * 1000;
  const isOver = () => stop?.aborted === true || performance.now() > until;
  const settled = claimed.length > 1 && !isOver() ? await settleTogether(options, claimed) : NONE;
  if (settled.size > 0) {
    await record(
      options,
      claimed.filter(({ eventId }) => settled.has(eventId)),
    );
  }
  const left = claimed.filter(({ eventId }) => !settled.has(eventId));
  while (left.length > 0 && !isOver()) await make(options, left.shift()!);
  // If even this cannot be written, their lease runs out.
  if (left.length > 0) await options.book.giveBack(left).catch(() => undefined);
}

const NONE: ReadonlySet<string> = new Set();

/** The events for which nothing is left to do. When one of them fails, the others do not fail with it: all are made alone. */
async function settleTogether(
  { together }: DeliveryOptions,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlySet<string>> {
  const reaction = claimed[0]?.reaction;
  if (reaction === undefined || !isTogether(reaction)) return NONE;
  const handler = together[reaction] as (delivered: readonly Delivered<never>[]) => Promise<ReadonlySet<string>>;
  return handler(claimed.map(({ eventId, payload }) => ({ eventId, payload: payload as never }))).catch(() => NONE);
}

async function make(options: DeliveryOptions, claimed: ClaimedDelivery): Promise<void> {
  const { eventId, reaction, attempt } = claimed;
  const key = { eventId, reaction, attempt };
  const delivered: Delivered<never> = { eventId, payload: claimed.payload as never };
  try {
    if (!isReaction(reaction)) throw new Unrepeatable('unknown_reaction');
    const handler = options.handlers[reaction] as (delivered: Delivered<never>) => Promise<void>;
    await handler(delivered);
  } catch (error) {
    const code = errorCode(error);
    const final = error instanceof Unrepeatable || attempt + 1 >= MOST_ATTEMPTS;
    options.onFailure(key, code, final);
    // If even this cannot be written, the attempt's lease runs out and it is tried again.
    await options.book.failed(key, code, final ? null : retrySeconds(attempt + 1)).catch(() => undefined);
    if (!final || !isReaction(reaction)) return;
    const giveUp = options.givenUp?.[reaction] as ((delivered: Delivered<never>) => Promise<void>) | undefined;
    await giveUp?.(delivered).catch(() => undefined);
    return;
  }
  await record(options, [key]);
}

/**
 * Work that is done is not done again because the database was away when it should have been recorded: keep trying until
 * it is, or until the attempt's lease has run out and someone else makes it.
 */
async function record({ book }: DeliveryOptions, keys: readonly DeliveryKey[]): Promise<void> {
  const until = performance.now() + (ATTEMPT_SECONDS - 10) * 1000;
  for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await book.done(keys);
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
