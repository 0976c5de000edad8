import { courseOf, percentOf, standingOf } from './model-words';

describe('a score against the model before', () => {
  it.each([
    [0.8049, 0.832, '80.5%から83.2%に上がりました'],
    [0.832, 0.8, '83.2%から80%に下がりました'],
    [0.83201, 0.83204, '83.2%で、変わりません'],
  ])('from %s to %s', (before, after, words) => expect(courseOf(before, after)).toBe(words));

  it('has one decimal at most', () => expect(percentOf(0.89449)).toBe(89.4));
});

describe('what a version is today', () => {
  it.each([
    [true, true, 'いま使っている版'],
    [false, false, 'いちばん新しい学び直し（切り替えませんでした）'],
    [false, true, 'いちばん新しい学び直し（切り替えたあと、ほかの版に替わりました）'],
  ])('in use %s, put into use when made %s', (active, tookOver, words) =>
    expect(standingOf({ active, tookOver })).toBe(words),
  );
});
