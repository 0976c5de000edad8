import { FailureCounter } from './failure-counter';

describe('counting failures per key', () => {
  it('asks to wait after the last allowed failure, for the whole window', () => {
    const counter = new FailureCounter(3, 1000);
    counter.add('a', 0);
    counter.add('a', 100);
    expect(counter.wait('a', 200)).toBe(0);
    counter.add('a', 200);
    expect(counter.wait('a', 200)).toBe(1000);
    expect(counter.wait('a', 1199)).toBe(1);
    expect(counter.wait('a', 1200)).toBe(0);
    expect(counter.wait('b', 200)).toBe(0);
  });

  it('forgets after the window, and when it is told to', () => {
    const counter = new FailureCounter(2, 1000);
    counter.add('a', 0);
    counter.add('a', 1000);
    expect(counter.wait('a', 1000)).toBe(0);
    counter.add('a', 1001);
    expect(counter.wait('a', 1001)).toBe(1000);
    counter.forget('a');
    expect(counter.wait('a', 1001)).toBe(0);
  });

  it('asks for no more than the window when the clock went back', () => {
    const counter = new FailureCounter(2, 1000);
    counter.add('a', 90_000);
    counter.add('a', 90_000);
    expect(counter.wait('a', 500)).toBe(1000);
    expect(counter.wait('a', 1500)).toBe(0);
  });

  it('keeps a bounded number of keys, the oldest going first', () => {
    const counter = new FailureCounter(1, 1000, 2);
    for (const key of ['a', 'b', 'c']) counter.add(key, 0);
    expect([counter.wait('a', 1), counter.wait('b', 1), counter.wait('c', 1)]).toEqual([0, 999, 999]);
  });
});
