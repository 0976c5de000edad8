import {
  calibrationWords,
  cellWords,
  courseWords,
  fewWords,
  monthWords,
  percentOf,
  shareWords,
} from './accuracy-words';

const names = { classOf: (code: string) => `分類${code}`, topicOf: (code: string) => `分野${code}` };

describe('shares', () => {
  it('are whole percents with the number they are of', () => {
    expect(shareWords({ count: 1234, same: 1135 })).toBe('92%（1,234件）');
    expect(percentOf({ count: 3, same: 2 })).toBe(67);
  });

  it('of nothing are no zero', () => {
    expect(percentOf({ count: 0, same: 0 })).toBeNull();
    expect(shareWords({ count: 0, same: 0 })).toBe('…');
  });

  it.each([
    [0, ''],
    [12, '12件だけなので目安です。'],
    [29, '29件だけなので目安です。'],
    [30, ''],
  ])('of %s say how far they can be believed', (count, words) => expect(fewWords(count)).toBe(words));
});

describe('cellWords', () => {
  it.each([
    [{}, '候補を見て決めた意見'],
    [{ label: 'class', same: 'no' }, '分類の候補を職員が変えた意見'],
    [{ label: 'section', same: 'yes' }, '担当課の候補をそのまま採用した意見'],
    [
      { proposedClass: 'complaint', decidedClass: 'inquiry' },
      '分類を「分類complaint」の候補を出した、分類を「分類inquiry」と決めた意見',
    ],
    [{ month: '2026-05', label: 'topic', band: 5 }, '2026年5月に決めた、分野の確かさを90%以上と表示した意見'],
    [
      { proposedTopic: 'roads', label: 'topic', same: 'no' },
      '分野を「分野roads」の候補を出した、分野の候補を職員が変えた意見',
    ],
  ] as const)('%j', (cell, words) => expect(cellWords(cell, names)).toBe(words));
});

describe('charts in a sentence', () => {
  it('tells the beginning and the end of a course', () => {
    expect(courseWords('分類', ['5月', '6月', '7月'], [80, null, 91])).toBe('分類は5月の80%から7月の91%です。');
    expect(courseWords('分類', ['5月', '6月'], [null, 91])).toBe('分類は6月に91%です。');
    expect(courseWords('分類', ['5月'], [null])).toBe('分類の記録はまだありません。');
  });

  it('tells whether the confidence can be believed', () => {
    expect(calibrationWords([{ count: 9, same: 0, said: 0.9 }])).toContain('まだありません');
    expect(
      calibrationWords([
        { count: 100, same: 95, said: 0.93 },
        { count: 20, same: 13, said: 0.6 },
      ]),
    ).toBe('表示した確かさと採用された割合の差は、どの帯でも5ポイント以内です。');
    expect(calibrationWords([{ count: 100, same: 60, said: 0.85 }])).toContain(
      '採用されていない帯があります（最大で25ポイント）',
    );
    expect(calibrationWords([{ count: 100, same: 90, said: 0.65 }])).toContain(
      '多く採用されている帯があります（最大で25ポイント）',
    );
  });

  it('names months', () => {
    expect([monthWords('2026-05'), monthWords('2026-11', true)]).toEqual(['5月', '2026年11月']);
  });
});
