import { groupNearDuplicates, NEAR_DUPLICATE_THRESHOLD, NearDuplicates } from './near-duplicates';

const campaign =
  '子どもたちの学校給食費を、小中学校とも無償にしてください。物価が上がり、子育て世帯の暮らしは限界です。';
const edited =
  '孫たちの学校給食費を、小中学校とも無償にして下さい。物価が上がり、子育て世帯の暮しは限界です。うちは三人います。';
const other =
  '中央図書館の平日の閉館時間を、18時から20時まで延ばしてください。仕事帰りに寄れる図書館にしてほしいです。';
const finder = new NearDuplicates();

describe('NearDuplicates', () => {
  it('is sure of the same text and symmetric', () => {
    expect(finder.similarity(campaign, campaign)).toBe(1);
    expect(finder.similarity(campaign, edited)).toBe(finder.similarity(edited, campaign));
  });
  it('sees through edits, width and kana, and tells other letters apart', () => {
    expect(finder.similarity(campaign, edited)).toBeGreaterThan(NEAR_DUPLICATE_THRESHOLD);
    expect(
      finder.similarity(
        '港2丁目の室外機が夜通しうるさくて眠れません',
        '港２丁目の室外機が夜通しうるさくて眠れません！！',
      ),
    ).toBe(1);
    expect(finder.similarity(campaign, other)).toBeLessThan(NEAR_DUPLICATE_THRESHOLD);
  });
  it('does not take a short letter for a copy of every long one', () => {
    expect(
      finder.similarity(
        '道路の穴を直してください。危ないです。',
        `${other}道路の穴を直してください。${campaign.repeat(3)}`,
      ),
    ).toBeLessThan(NEAR_DUPLICATE_THRESHOLD);
    expect(finder.similarity('ありがとう', 'ありがとうございます')).toBe(0);
  });
  it('gives keys that fit a database and meet for near-duplicates only', () => {
    const keys = finder.signature(campaign);
    for (const key of keys) expect(key | 0).toBe(key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(finder.signature(edited).some((key) => keys.includes(key))).toBe(true);
    expect(finder.signature(campaign)).toEqual(keys);
    expect(finder.signature('')).toEqual([]);
    expect(finder.signature('!!!')).toEqual([]);
  });
});

describe('groupNearDuplicates', () => {
  it('groups a campaign and leaves the rest alone', () => {
    const items = [
      { id: 'a', text: campaign },
      { id: 'b', text: other },
      { id: 'c', text: edited },
      { id: 'd', text: '' },
      { id: 'e', text: '' },
    ];
    expect(groupNearDuplicates(items)).toEqual([['a', 'c']]);
    expect(groupNearDuplicates([])).toEqual([]);
  });
  it('groups the very same short words', () => {
    expect(
      groupNearDuplicates([
        { id: 'a', text: 'バスが遅い' },
        { id: 'b', text: 'バスが遅い。' },
      ]),
    ).toEqual([['a', 'b']]);
  });
  it('groups a thousand copies', () => {
    const items = Array.from({ length: 1000 }, (_, i) => ({ id: String(i), text: `${campaign}${i}号` }));
    expect(groupNearDuplicates(items)).toHaveLength(1);
  });
});
