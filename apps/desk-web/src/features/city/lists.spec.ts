import { linesOf, moved, wordsOf } from './lists';

describe('lists that are typed', () => {
  it('take one item from each line, without blanks around it', () => {
    expect(linesOf(' 中央 \n\n　港　\r\n')).toEqual(['中央', '港']);
    expect(linesOf('')).toEqual([]);
  });

  it('take words however they are divided, each once', () => {
    expect(wordsOf('空港、滑走路　桟橋,空港\n搭乗口 ')).toEqual(['空港', '滑走路', '桟橋', '搭乗口']);
  });

  it('move one item by a step, and nothing past the ends', () => {
    const list = ['a', 'b', 'c'];
    expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(list, 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 2, 1)).toBe(list);
  });
});
