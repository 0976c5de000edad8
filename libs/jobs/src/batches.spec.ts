import { inBatches } from './batches';
import type { DeliveryKey } from './carrier';

describe('what a carrier brings at once', () => {
  const key = (i: number, reaction: string, attempt = 0): DeliveryKey => ({ eventId: `event-${i}`, reaction, attempt });
  const sizes = (keys: DeliveryKey[]) => inBatches(keys).map((batch) => `${batch[0]!.reaction} ${batch.length}`);

  it('is one reaction to many events where they are made together, and one delivery otherwise', () => {
    const keys = Array.from({ length: 60 }, (_, i) => [
      key(i, 'suggest'),
      key(i, 'acknowledge'),
      key(i, 'tell-the-desk'),
    ]).flat();
    expect(sizes(keys).filter((size) => !size.startsWith('acknowledge'))).toEqual([
      'suggest 50',
      'tell-the-desk 60',
      'suggest 10',
    ]);
    expect(sizes(keys).filter((size) => size === 'acknowledge 1')).toHaveLength(60);
    expect(inBatches(keys).flat()).toHaveLength(keys.length);
  });

  it('never puts a second attempt beside others', () => {
    expect(sizes([key(1, 'suggest'), key(2, 'suggest', 1), key(3, 'suggest'), key(4, 'suggest', 1)])).toEqual([
      'suggest 2',
      'suggest 1',
      'suggest 1',
    ]);
  });

  it('knows nothing of reactions it does not know', () => {
    expect(sizes([key(1, 'toString'), key(2, 'toString')])).toEqual(['toString 1', 'toString 1']);
  });
});
