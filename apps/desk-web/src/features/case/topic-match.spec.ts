import { matching } from './topic-match';
import type { Choice } from './topic-match';

const choices: Choice[] = [
  { value: 'roads', label: '道路・側溝・街路灯', note: '道路課', words: ['roads', 'どうろ'] },
  { value: 'waste', label: 'ごみ・リサイクル', note: '環境課', words: ['waste'] },
  { value: 'digital', label: 'デジタル・ホームページ', note: '情報政策課', words: ['digital'] },
];
const found = (typed: string) => matching(choices, typed).map((choice) => choice.value);

describe('matching', () => {
  it('shows everything, in order, until something is typed', () => {
    expect(found(' ')).toEqual(['roads', 'waste', 'digital']);
  });

  it('finds by name, section, code and reading', () => {
    expect(found('側溝')).toEqual(['roads']);
    expect(found('環境')).toEqual(['waste']);
    expect(found('dig')).toEqual(['digital']);
    expect(found('どう')).toEqual(['roads']);
  });

  it('does not mind width, case or kind of kana', () => {
    expect(found('ＲＯＡ')).toEqual(['roads']);
    expect(found('りさいくる')).toEqual(['waste']);
    expect(found('ゴミ')).toEqual(['waste']);
  });

  it('puts what begins with it first, and finds nothing for nonsense', () => {
    expect(found('路')).toEqual(['roads']);
    expect(found('xyz')).toEqual([]);
  });
});
