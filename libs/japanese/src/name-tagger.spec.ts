import { findPersonalInformation } from './index';
import { findPersonalInformationWith } from './find-personal-information';
import { namePlaces } from './name-places';
import { NAME_BUCKETS } from './name-features';
import { emptyNameWeights, packNameWeights, tagNames, unpackNameWeights } from './name-tags';
import { namedLetter, namedMarked } from './training/marked-text';
import { Random } from './training/random';
import { withOtherNames } from './training/replace-names';
import { trainNameTagger } from './training/train-name-tagger';

const namesIn = (text: string): string[] =>
  findPersonalInformation(text)
    .filter(({ kind }) => kind === 'name')
    .map((span) => span.text);

describe('names by what was learnt', () => {
  it.each([
    ['西の畑の鷲巣には何べん言うても水を回さん。', '鷲巣'],
    ['上の子は七歳で紗菜、下の子はまだ赤ん坊です。', '紗菜'],
    ['（一年宍戸大吾の父です）', '宍戸大吾'],
    ['妻のソフィアが読めませんでした。', 'ソフィア'],
    ['指導の周布教授から聞きました。', '周布'],
    ['川沿いで桶屋を営んでおります猪子石と申します。', '猪子石'],
    ['母は周布ヨシノ、大正十四年の生まれです。', '周布ヨシノ'],
  ])('%s', (text, name) => expect(namesIn(text)).toEqual([name]));

  it.each([
    '港の宮崎食堂の前の横断歩道が消えています。',
    '昨年は本田造園さんが剪定してくださいました。',
    '福祉課の児島さんはいつも親切です。',
    '市民課　西村様　先日はありがとうございました。',
    '声優の小松さんを呼んでください。',
    '女性。中村橋のたもとの歩道のタイルが浮いている。',
    '隣の岡部中学校はもうできます。',
    '祖母は八十六才です。',
    '妻のスマホが鳴りました。',
    'あいだに柵を立ててください。ほんまに頼みます。',
    '全盲です。写真に説明を付けてください。',
  ])('no private person: %s', (text) => expect(namesIn(text)).toEqual([]));

  it('add to the rules and take nothing away', () => {
    const text = '裏の矢沢んとこの犬がうるさい。長男の蓮が怖がります。\n090-1122-3344';
    const rules = findPersonalInformationWith(null, text);
    expect(rules.length).toBeGreaterThan(0);
    const all = findPersonalInformation(text).map((span) => span.text);
    for (const span of rules) expect(all).toContain(span.text);
  });

  it('cover every place a found name stands at', () => {
    expect(namesIn('勅使河原と申します。役所は勅使河原を勅使と切ります。')).toEqual(['勅使河原', '勅使河原']);
  });
});

describe('name weights', () => {
  it('are the same after packing, in steps', () => {
    const weights = emptyNameWeights();
    weights[3] = 1;
    weights[2 * NAME_BUCKETS - 1] = -4;
    const again = unpackNameWeights(packNameWeights(weights));
    expect(again[3]).toBeCloseTo(1, 1);
    expect(again[2 * NAME_BUCKETS - 1]).toBeCloseTo(-4, 0);
    expect(again.filter((value) => value !== 0)).toHaveLength(2);
  });

  it('of another size are refused', () => {
    expect(() => unpackNameWeights('AAAA')).toThrow('another size');
  });

  it('that say nothing tag nothing', () => {
    expect(tagNames(namePlaces('山田太郎と申します。'), emptyNameWeights(), -1)).toEqual([]);
  });
});

describe('training of the name tagger', () => {
  const texts = ['{name|田村}さんが来ました。', '{name|小西}さんが来ました。', '橋が来ました。', '役所が閉まる。'].map(
    namedMarked,
  );
  const training = { rounds: 20, copies: 6, seed: 3 };

  it('learns where names stand, also names it never saw', () => {
    const weights = trainNameTagger(texts, training);
    const tagged = tagNames(namePlaces('猪子石さんが来ました。'), weights, 0);
    expect(tagged.map(({ start, end }) => ({ start, end }))).toEqual([{ start: 0, end: 3 }]);
    expect(tagNames(namePlaces('橋が来ました。'), weights, 0)).toEqual([]);
  });

  it('gives the same weights for the same texts', () => {
    expect(trainNameTagger(texts, training)).toEqual(trainNameTagger(texts, training));
  });

  it('puts other names where names stand, the same one for the same', () => {
    const letter = namedLetter('田村です。田村の犬です。', ['田村']);
    const changed = Array.from({ length: 20 }, (_, seed) => withOtherNames(letter, new Random(seed)));
    expect(new Set(changed.map(({ text }) => text)).size).toBeGreaterThan(5);
    for (const { text, names } of changed) {
      expect(names).toHaveLength(2);
      const [first, second] = names.map(({ start, end }) => text.slice(start, end));
      expect(second).toBe(first);
      expect(text).toBe(`${first}です。${first}の犬です。`);
    }
  });

  it('leaves words that only read like names unlearnt as persons', () => {
    expect(namedMarked('{not|宮崎}食堂の{name|宮本}さん').names.map(({ person }) => person)).toEqual([false, true]);
  });
});
