import { arrivals, moved } from './cursor';

describe('moved', () => {
  const ids = ['a', 'b', 'c'];
  it('moves and stops at both ends', () => {
    expect(moved(ids, 'a', 1)).toBe(1);
    expect(moved(ids, 'c', 1)).toBe(2);
    expect(moved(ids, 'a', -1)).toBe(0);
  });

  it('begins at the first row, or at the last when going up', () => {
    expect(moved(ids, null, 1)).toBe(0);
    expect(moved(ids, 'gone', 1)).toBe(0);
    expect(moved(ids, null, -1)).toBe(2);
  });

  it('has nowhere to go in an empty list', () => {
    expect(moved([], null, 1)).toBe(-1);
  });
});

describe('arrivals', () => {
  it('finds what came in above or between known rows', () => {
    expect(arrivals(['a', 'b'], ['new', 'a', 'urgent', 'b'])).toEqual(['new', 'urgent']);
  });

  it('does not take an older page for arrivals', () => {
    expect(arrivals(['a', 'b'], ['a', 'b', 'c', 'd'])).toEqual([]);
  });

  it('is silent for the first rows of a list', () => {
    expect(arrivals([], ['a', 'b'])).toEqual([]);
  });
});
