import { achievementOf, gap, ratio } from './achievement';
import { chooseFormula } from './choose-formula';
import { FORMULA_LABELS } from './formula-names';
import type { Comparator, Indicator, Target } from './model';
import { shareMet } from './share-met';
import { someBaseline, someIndicator, someTarget, versions } from './sample-indicator';
import { actualFor, type ActualValue } from './values';

const actual = (value: number | null, previous: number | null = null): ActualValue => ({
  value,
  basis: '令和8年度の値',
  years: [2026],
  previous,
  why: value === null ? '令和8年度の値がまだありません。' : null,
});
const judge = (indicator: Indicator, value: number | null, previous: number | null = null) =>
  achievementOf(indicator, actual(value, previous), 2026);
const withTarget = (indicator: Partial<Indicator>, target: Partial<Target>) =>
  someIndicator({ ...indicator, targets: versions(someTarget(target)) });

describe('one set of facts, several formulas', () => {
  const facts = { baseline: someBaseline(90), targets: versions(someTarget({ value: 100 })) };

  it('gives 95 % and 50 % for the same facts, each under its name', () => {
    const byRatio = judge(someIndicator({ ...facts, formula: 'ratio' }), 95);
    const byGap = judge(someIndicator({ ...facts, formula: 'gap' }), 95);
    expect([byRatio.formulaName, byRatio.percent]).toEqual(['実績÷目標', 95]);
    expect([byGap.formulaName, byGap.percent]).toEqual(['（実績−基準）÷（目標−基準）', 50]);
    expect([byRatio.met, byGap.met]).toEqual([false, false]);
    expect(byGap.words).toBe('目標まであと5件です');
    expect(ratio(95, 100)).toBe(95);
    expect(gap(95, 90, 100)).toBe(50);
  });

  it('gives only met or not when that is chosen', () => {
    expect(judge(someIndicator({ ...facts, formula: 'met' }), 100)).toEqual({
      formula: 'met',
      formulaName: '達成・未達成',
      percent: null,
      met: true,
      words: '目標（100件）に届いています',
      why: null,
    });
  });

  it('does not cap what is more than reached, and shows going backwards as negative', () => {
    expect(judge(someIndicator({ ...facts, formula: 'ratio' }), 120).percent).toBe(120);
    const worse = judge(someIndicator({ ...facts, formula: 'gap' }), 85);
    expect(worse.percent).toBe(-50);
    expect(worse.words).toBe('目標まであと15件です。基準より後退しています');
  });
});

describe('less is better', () => {
  const staff = withTarget(
    { mode: 'point_in_time', direction: 'decrease', unit: '人', baseline: someBaseline(2800, '人') },
    { value: 2640, unit: '人' },
  );

  it('closes a gap, and never divides actual by target', () => {
    expect(judge(staff, 2720)).toMatchObject({ formula: 'gap', percent: 50, met: false });
    expect(judge(staff, 2720).words).toBe('目標を80人上回っています（少ないほどよい指標です）');
    expect(judge(staff, 2640)).toMatchObject({
      percent: 100,
      met: true,
      words: '目標（2,640人）まで減っています',
    });
    const forced = judge({ ...staff, formula: 'ratio' }, 2720);
    expect(forced).toMatchObject({ formula: 'ratio', percent: null, met: false });
    expect(forced.why).toMatch(/少ないほどよい/);
  });

  it('judges a falling count as 185 → 50 by the gap', () => {
    const falling = withTarget({ direction: 'decrease', baseline: someBaseline(185) }, { value: 50 });
    expect(judge(falling, 117.5)).toMatchObject({ formula: 'gap', percent: 50, met: false });
    expect(judge(falling, 185).percent).toBe(0);
  });

  it('says only met or not for a limit, and without a baseline', () => {
    const limit = withTarget(
      { direction: 'at_most', baseline: someBaseline(76.7, '%') },
      { value: 85, unit: '%', comparator: 'le' },
    );
    expect(judge(limit, 85)).toMatchObject({
      formula: 'met',
      percent: null,
      met: true,
      words: '目標（85%以下）におさまっています',
    });
    expect(judge(limit, 85.1)).toMatchObject({
      met: false,
      words: '目標を0.1ポイント上回っています（少ないほどよい指標です）',
    });
    expect(judge(withTarget({ direction: 'decrease', baseline: null }, { value: 10 }), 9)).toMatchObject({
      formula: 'met',
      met: true,
    });
  });
});

describe('what may not be computed says why', () => {
  it('a target on the wrong side of its baseline', () => {
    const odd = withTarget({ direction: 'increase', baseline: someBaseline(185) }, { value: 50 });
    expect(judge(odd, 60)).toMatchObject({ percent: null, met: null, words: '達成率は計算していません' });
    expect(judge(odd, 60).why).toMatch(/増やす指標なのに/);
    const other = withTarget({ direction: 'decrease', baseline: someBaseline(50) }, { value: 185 });
    expect(judge(other, 60).why).toMatch(/減らす指標なのに.*大きく/);
  });

  it('no target, no mode, no value, a refusal of the source', () => {
    expect(judge(someIndicator({ targets: [] }), 5).why).toMatch(/目標が書かれていない/);
    expect(judge(someIndicator({ mode: 'unspecified' }), 5).why).toMatch(/1年間の数か期間全体の数か/);
    expect(judge(someIndicator({}), null)).toMatchObject({
      percent: null,
      met: null,
      words: '値がまだありません',
      why: '令和8年度の値がまだありません。',
    });
    expect(judge(someIndicator({ refusal: '比べられません。' }), 100)).toMatchObject({
      percent: null,
      met: null,
      why: '比べられません。',
    });
    expect(judge(someIndicator({ mode: 'cross_reference' }), 5).met).toBeNull();
  });

  it('a gap without a baseline, with baseline equal to target, or of a sum against one year', () => {
    const gapOf = (indicator: Partial<Indicator>) => judge(someIndicator({ formula: 'gap', ...indicator }), 50);
    expect(gapOf({ baseline: null })).toMatchObject({ percent: null, met: false });
    expect(gapOf({ baseline: null }).why).toMatch(/基準値がない/);
    expect(gapOf({ baseline: someBaseline(100) }).why).toMatch(/目標が基準値と同じ/);
    expect(gapOf({ baseline: someBaseline(20), mode: 'cumulative' }).why).toMatch(/累計ではない/);
    expect(gapOf({ baseline: someBaseline(0), mode: 'cumulative' }).percent).toBe(50);
  });

  it('a ratio to nothing, words without a number, a target set each year, an unknown direction', () => {
    const zero = withTarget({ formula: 'ratio', direction: 'at_least' }, { value: 0 });
    expect(judge(zero, 3)).toMatchObject({ percent: null, met: true });
    expect(judge(zero, 3).why).toMatch(/0以下/);
    const words = withTarget({}, { value: null, valueType: 'words', comparator: 'gt', raw: ['利用者数の増'] });
    expect(judge(words, 3)).toMatchObject({ formula: 'met', met: null });
    expect(judge(words, 3).why).toMatch(/言葉だけ/);
    const moving = withTarget({ direction: 'at_least' }, { value: null, valueType: 'set_each_year', comparator: 'ge' });
    expect(judge(moving, 3).why).toMatch(/毎年度の予算/);
    expect(judge(someIndicator({ direction: 'unspecified' }), 3)).toMatchObject({ met: null });
    expect(judge(someIndicator({ direction: 'unspecified' }), 3).why).toMatch(/多いほどよいのか/);
  });

  it('growth of an indicator that is not counted so', () => {
    expect(judge(someIndicator({ formula: 'growth' }), 5).why).toMatch(/前年比で数える指標ではない/);
  });
});

describe('ranges, 概ね, 維持, milestones and growth', () => {
  it('is met inside a range and not beside it', () => {
    const range = withTarget(
      { direction: 'range' },
      { valueType: 'range', value: null, range: { low: 1, high: 2 }, comparator: 'range' },
    );
    expect([0, 1, 2, 3].map((v) => judge(range, v).met)).toEqual([false, true, true, false]);
    expect([0, 2, 3].map((v) => judge(range, v).words)).toEqual([
      '目標の幅（1〜2件）まであと1件です',
      '目標の幅（1〜2件）に入っています',
      '目標の幅（1〜2件）を1件超えています',
    ]);
    expect(judge(range, 2)).toMatchObject({ formula: 'range', percent: null, why: null });
  });

  it('does not invent how much 概ね allows', () => {
    const about = (tolerance: number | null) =>
      withTarget(
        { mode: 'point_in_time', direction: 'range', unit: '人' },
        { value: 910, unit: '人', comparator: 'approx', tolerance },
      );
    expect(judge(about(null), 907)).toMatchObject({ met: null, words: '目標（概ね910人）との差は3人です' });
    expect(judge(about(null), 907).why).toMatch(/「概ね」/);
    expect(judge(about(null), 910).met).toBe(true);
    expect(judge(about(5), 907).met).toBe(true);
    expect(judge(about(2), 907)).toMatchObject({ met: false, why: null });
  });

  it('compares 前年度末の維持 with the year before', () => {
    const kept = withTarget(
      { mode: 'point_in_time', direction: 'maintain' },
      { value: null, valueType: 'relative_to_previous_year', comparator: 'ge' },
    );
    expect(judge(kept, 40, 40)).toMatchObject({ formula: 'met', met: true, words: '前年度の値を保っています' });
    expect(judge(kept, 38, 40)).toMatchObject({ met: false, words: '前年度の値を2件下回っています' });
    expect(judge(kept, 38).why).toMatch(/前年度の値がない/);
  });

  it('tells done from not yet for a milestone', () => {
    const plan = withTarget(
      { mode: 'milestone', direction: 'milestone' },
      { value: null, valueType: 'milestone', comparator: 'milestone' },
    );
    expect(judge(plan, 1)).toMatchObject({ formula: 'milestone', met: true, words: '策定・実施ができています' });
    expect(judge(plan, 0)).toMatchObject({ met: false, words: '策定・実施はまだです' });
  });

  it('shows growth in % and compares it with the growth asked for', () => {
    const visitors = withTarget({ mode: 'yoy_change', unit: '%' }, { value: 5, unit: '%', comparator: 'ge' });
    const grown = (now: number) =>
      achievementOf(
        visitors,
        actualFor(
          'yoy_change',
          [
            { fiscalYear: 2025, value: 1000 },
            { fiscalYear: 2026, value: now },
          ],
          2026,
          null,
        ),
        2026,
      );
    expect(grown(1062)).toMatchObject({
      formula: 'growth',
      percent: 6.2,
      met: true,
      words: '前年より6.2%増えました。目標（5%の増）に届いています',
    });
    expect(grown(950)).toMatchObject({ percent: -5, met: false });
    expect(grown(1000).words).toBe('前年と同じです。目標（5%の増）に届いていません');
    // Rounded it would be 5.0 %; it is decided before rounding.
    expect(grown(1049.96)).toMatchObject({ percent: 5, met: false });
  });
});

describe('chooseFormula', () => {
  const chosen = (indicator: Partial<Indicator>, target: Partial<Target> | null) => {
    const t = target === null ? null : someTarget(target);
    return chooseFormula(someIndicator(indicator), t);
  };

  it('follows mode, direction and comparator by default', () => {
    const base = someBaseline(17);
    expect(chosen({ baseline: base }, {})).toBe('ratio');
    expect(chosen({ baseline: base, mode: 'point_in_time' }, {})).toBe('gap');
    expect(chosen({ baseline: base }, { unit: '%' })).toBe('gap');
    expect(chosen({ baseline: null }, { unit: '%' })).toBe('ratio');
    expect(chosen({ baseline: base, mode: 'cumulative' }, {})).toBe('ratio');
    expect(chosen({ direction: 'at_least' }, { comparator: 'ge' })).toBe('ratio');
    expect(chosen({ direction: 'unspecified' }, {})).toBe('met');
    expect(chosen({}, null)).toBe('met');
    const limits: readonly (readonly [Comparator, string])[] = [
      ['le', 'met'],
      ['approx', 'range'],
      ['milestone', 'milestone'],
    ];
    for (const [comparator, formula] of limits) expect(chosen({}, { comparator })).toBe(formula);
  });

  it('is overruled by the choice made for the indicator', () => {
    expect(chosen({ formula: 'met', baseline: someBaseline(17), mode: 'point_in_time' }, {})).toBe('met');
  });

  it('has a Japanese name for every formula', () => {
    expect(new Set(Object.values(FORMULA_LABELS)).size).toBe(6);
  });
});

describe('target versions', () => {
  it('uses the newest version that is in force in the year', () => {
    const revised = someIndicator({
      targets: [
        ...versions(someTarget({ value: 100 })),
        {
          version: 2,
          fromFiscalYear: 2027,
          decidedOn: '2027-03-01',
          reason: '見直し',
          target: someTarget({ value: 50 }),
        },
      ],
    });
    expect(achievementOf(revised, actual(50), 2026).percent).toBe(50);
    expect(achievementOf(revised, actual(50), 2027)).toMatchObject({ percent: 100, met: true });
  });
});

describe('shareMet', () => {
  it('divides by the indicators that can be judged and says how many are left out', () => {
    expect(shareMet([{ met: true }, { met: true }, { met: false }, { met: null }])).toEqual({
      value: 66.6666666667,
      met: 2,
      judged: 3,
      leftOut: 1,
      why: null,
    });
    expect(shareMet([{ met: null }])).toMatchObject({ value: null, leftOut: 1 });
    expect(shareMet([{ met: null }]).why).not.toBeNull();
  });
});
