import type { ReactionHandlers } from './catalogue';
import type { DeliveryKey } from './carrier';
import { deliver, type DeliveryOptions } from './deliver';
import type { DeliveryBook } from './delivery-book';

describe('a batch whose worker is told to stop', () => {
  const batch: DeliveryKey[] = ['a', 'b', 'c'].map((eventId) => ({ eventId, reaction: 'suggest', attempt: 0 }));

  const worker = (made: (eventId: string) => void) => {
    const [begun, done, back]: string[][] = [[], [], []];
    const book: DeliveryBook = {
      expand: async () => 0,
      takeDue: async () => [],
      claim: async (keys) => keys.map((key) => ({ ...key, payload: {} })),
      giveBack: async (keys) => void back!.push(...keys.map(({ eventId }) => eventId)),
      done: async (keys) => void done!.push(...keys.map(({ eventId }) => eventId)),
      failed: async () => undefined,
    };
    const options: DeliveryOptions = {
      book,
      handlers: {
        suggest: async ({ eventId }) => {
          begun!.push(eventId);
          made(eventId);
        },
      } as Partial<ReactionHandlers> as ReactionHandlers,
      together: {
        suggest: async () => {
          made('together');
          return new Set(['a']);
        },
        'tell-the-desk': async () => new Set(),
      },
      onFailure: () => undefined,
    };
    return { options, begun: begun!, done: done!, back: back! };
  };

  it('ends what it has begun and gives the rest back', async () => {
    const stop = new AbortController();
    const { options, begun, done, back } = worker((eventId) => eventId === 'b' && stop.abort());
    await deliver(options, batch, stop.signal);
    expect([begun, done, back]).toEqual([['b'], ['a', 'b'], ['c']]);
  });

  it('records what was made together, and begins nothing alone', async () => {
    const stop = new AbortController();
    const { options, begun, done, back } = worker(() => stop.abort());
    await deliver(options, batch, stop.signal);
    expect([begun, done, back]).toEqual([[], ['a'], ['b', 'c']]);
  });

  it('is given back whole when it comes too late', async () => {
    const { options, begun, done, back } = worker(() => undefined);
    await deliver(options, batch, AbortSignal.abort());
    expect([begun, done, back]).toEqual([[], [], ['a', 'b', 'c']]);
  });

  it('keeps nothing back when nobody stops', async () => {
    const { options, done, back } = worker(() => undefined);
    await deliver(options, batch, new AbortController().signal);
    expect([done, back]).toEqual([['a', 'b', 'c'], []]);
  });
});
