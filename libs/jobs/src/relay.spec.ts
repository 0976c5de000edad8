import type { Carrier, DeliveryKey } from './carrier';
import type { DeliveryBook } from './delivery-book';
import { OF_LANE } from './lanes';
import { startRelay } from './relay';

describe('the relay', () => {
  /** A city with `events` letters that wait, and a queue that nobody works off. */
  const campaign = (events: number) => {
    let due = 0;
    let next = 0;
    const waiting: (readonly DeliveryKey[])[] = [];
    const book: DeliveryBook = {
      expand: async (_, limit) => {
        const taken = Math.min(limit, events);
        events -= taken;
        due += taken;
        return taken;
      },
      takeDue: async (limit, _, which) => {
        const taken = which === OF_LANE.mail ? 0 : Math.min(limit, due);
        due -= taken;
        return Array.from({ length: taken }, () => ({
          eventId: `event-${next++}`,
          reaction: 'read-again',
          attempt: 0,
        }));
      },
      claim: async () => [],
      giveBack: async () => undefined,
      done: async () => undefined,
      failed: async () => undefined,
    };
    let looks = 0;
    const carrier: Carrier = {
      start: async () => undefined,
      carry: async (batches) => void waiting.push(...batches),
      depth: async () => {
        looks += 1;
        return { work: waiting.length, mail: 0 };
      },
      stop: async () => undefined,
    };
    const looked = async (times: number) => {
      for (const until = looks + times; looks < until;) await new Promise((resolve) => setImmediate(resolve));
    };
    return { book, carrier, waiting, looked };
  };

  it('leaves in the database what a full queue has no room for, and goes on when it has', async () => {
    const { book, carrier, waiting, looked } = campaign(100_000);
    const relay = startRelay(book, carrier, () => undefined, 1);
    await looked(3);
    const handed = waiting.length;
    expect(handed).toBeGreaterThan(0);
    expect(handed).toBeLessThanOrEqual(1_000);
    await looked(2);
    expect(waiting).toHaveLength(handed);
    waiting.length = 0;
    await looked(2);
    expect(waiting.length).toBeGreaterThan(0);
    await relay.stop();
  });

  it('takes nothing out of the database while the queue cannot be reached', async () => {
    const { book, carrier, waiting } = campaign(10);
    let away = true;
    const errors: unknown[] = [];
    const failed = new Promise<void>((resolve) => {
      const relay = startRelay(
        book,
        {
          ...carrier,
          depth: async () => (away ? Promise.reject(new Error('away')) : { work: waiting.length, mail: 0 }),
        },
        (error) => {
          errors.push(error);
          away = false;
          relay.wake();
          void relay.stop().then(resolve);
        },
        1,
      );
    });
    await failed;
    expect(errors).toHaveLength(1);
    expect(waiting).toEqual([]);
    expect(await book.expand(() => [], 100)).toBe(10);
  });
});
