import { table } from './table';
import { columns, padTo } from './width';

describe('columns of a terminal', () => {
  it.each([
    ['kotae', 5],
    ['応え', 4],
    ['担当課（決裁）', 14],
    ['ｶﾅ', 2],
    ['𠮷', 2],
    ['―', 1],
    ['', 0],
  ])('%s takes %i', (text, expected) => expect(columns(text)).toBe(expected));

  it('fills up to a width and never cuts', () => {
    expect(padTo('道路', 6)).toBe('道路  ');
    expect(padTo('公共交通課', 4)).toBe('公共交通課');
  });

  it('lines columns up', () => {
    expect(
      table([
        ['名前', 'x'],
        ['a', 'y'],
      ]),
    ).toBe('  名前  x\n  a     y');
  });
});
