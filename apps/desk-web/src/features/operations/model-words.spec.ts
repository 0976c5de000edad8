import { courseOf, percentOf } from './model-words';

describe('a score against the model before', () => {
  it.each([
    [0.8049, 0.832, '80.5%から83.2%に上がりました'],
    [0.832, 0.8, '83.2%から80%に下がりました'],
    [0.83201, 0.83204, '83.2%で、変わりません'],
  ])('from %s to %s', (before, after, words) => expect(courseOf(before, after)).toBe(words));

  it('has one decimal at most', () => expect(percentOf(0.89449)).toBe(89.4));
});
