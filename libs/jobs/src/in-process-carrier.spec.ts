import { InProcessCarrier } from './in-process-carrier';

describe('the carrier without Redis', () => {
  it('tells what is under way that it stops, and waits a little for it but not for ever', async () => {
    const carrier = new InProcessCarrier();
    const told: string[] = [];
    await carrier.start(([key], stop) => {
      stop.addEventListener('abort', () => told.push(key!.reaction));
      return new Promise(() => undefined);
    });
    await carrier.carry(['suggest', 'mail-urgent'].map((reaction) => [{ eventId: reaction, reaction, attempt: 0 }]));
    const began = performance.now();
    const stopped = carrier.stop();
    expect(told.sort()).toEqual(['mail-urgent', 'suggest']);
    await stopped;
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 15_000);
});
