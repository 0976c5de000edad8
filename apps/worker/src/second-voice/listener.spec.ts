import { Listener } from './listener';

/** Hears only when told to, and knows what it is at. */
function slow() {
  const begun: string[] = [];
  const finish: (() => void)[] = [];
  const hear = (id: string) => {
    begun.push(id);
    return new Promise<void>((done) => finish.push(done));
  };
  return { begun, finish, hear };
}
const soon = () => new Promise((done) => setImmediate(done));

describe('the listener', () => {
  it('hears two submissions at once, in the order they came, each once', async () => {
    const { begun, finish, hear } = slow();
    const listener = new Listener(hear, () => undefined);
    for (const id of ['a', 'b', 'c', 'c', 'd']) listener.later(id);
    expect(begun).toEqual(['a', 'b']);
    finish[0]!();
    await soon();
    expect(begun).toEqual(['a', 'b', 'c']);
    finish[1]!();
    finish[2]!();
    await soon();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after an error, which it reports', async () => {
    const errors: unknown[] = [];
    const heard: string[] = [];
    const listener = new Listener(
      async (id) => {
        if (id === 'a') throw new Error('away');
        heard.push(id);
      },
      (error) => errors.push(error),
      1,
    );
    listener.later('a');
    listener.later('b');
    await soon();
    expect(heard).toEqual(['b']);
    expect(errors).toEqual([new Error('away')]);
  });

  it('lets submissions go without when too many wait', async () => {
    const { begun, finish, hear } = slow();
    const listener = new Listener(hear, () => undefined, 1);
    for (let i = 0; i < 1_500; i++) listener.later(String(i));
    while (finish.length > 0) {
      finish.shift()!();
      await soon();
    }
    expect(begun).toHaveLength(1_001);
  });

  it('begins nothing more once it stops, and waits for what is under way', async () => {
    const { begun, finish, hear } = slow();
    const listener = new Listener(hear, () => undefined, 1);
    listener.later('a');
    listener.later('b');
    let stopped = false;
    const stopping = listener.stop().then(() => (stopped = true));
    await soon();
    expect(stopped).toBe(false);
    finish[0]!();
    await stopping;
    listener.later('c');
    expect(begun).toEqual(['a']);
  });
});
