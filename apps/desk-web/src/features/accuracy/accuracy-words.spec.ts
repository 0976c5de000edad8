import {
  alarmWords,
  calibrationWords,
  cellWords,
  courseWords,
  fewWords,
  marksWords,
  monthWords,
  percentOf,
  shareWords,
  urgencyWords,
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

describe('urgency in words', () => {
  const none = { found: 0, false_alarm: 0, missed: 0, quiet: 0, undecided: 0 };

  it('says of how many each share is, and how few they are', () => {
    expect(alarmWords({ ...none, found: 9, false_alarm: 3, missed: 1, quiet: 400, undecided: 2 })).toBe(
      '知らせて職員が決めた12通のうち、緊急だったのは9通（75%）です。' +
        '職員が緊急と決めた10通のうち、知らせていたのは9通（90%）です。' +
        'ほかに2通が、まだ決められていません。10通だけなので目安です。',
    );
  });

  it('takes no share of nothing', () => {
    expect(alarmWords({ ...none, quiet: 7 })).toBe(
      '知らせて、職員が決めたものはまだありません。職員が緊急と決めたものはありません。',
    );
    expect(alarmWords({ ...none, missed: 40 })).toContain('知らせていたのは0通（0%）');
  });

  it('names the letters behind a number', () => {
    expect(urgencyWords({ fate: 'missed', month: '2026-05' })).toBe(
      '2026年5月に、緊急と知らせず、職員が緊急にした受付',
    );
  });
});

describe('marks in words', () => {
  it('leaves what was written anew out of every share', () => {
    const row = { kind: 'name' as const, kept: 8, removed: 2, added: 4, rewritten: 50 };
    expect(marksWords([row])).toBe(
      '機械が印を付け、職員が判断した10か所のうち、残したのは8か所（80%）です。' +
        '公表した文で伏せてある12か所のうち、機械が見つけていたのは8か所（67%）です。' +
        '14か所だけなので目安です。',
    );
    expect(marksWords([{ ...row, kept: 0, removed: 0, added: 0 }])).toBe(
      '機械の印で、職員が残すか外すかしたものはまだありません。',
    );
  });
});
