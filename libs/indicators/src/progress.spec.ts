import { fiscalYearOf } from '@kotae/kernel';
import { achievementOf } from './achievement';
import type { Indicator } from './model';
import { progressOf, type ProgressVerdict } from './progress';
import { growingIn } from './progress-growth';
import { someBaseline, someIndicator, someTarget, versions } from './sample-indicator';
import { actualFor, type YearValue } from './values';

const PERIOD = { first: 2025, last: 2029 };
const DUE = { raw: '（令和11年度）', fiscalYear: 2029, date: null };
const baseline = (value: number) => ({
  ...someBaseline(value),
  asOf: { raw: '（令和6年度）', fiscalYear: 2024, date: null },
});
const target = (value: number, change = {}) => versions(someTarget({ value, asOf: DUE, ...change }));

function judge(
  change: Partial<Indicator>,
  yearly: YearValue[],
  fiscalYear = 2026,
  today = '2027-05-01',
): ProgressVerdict {
  const indicator = someIndicator(change);
  const actual = actualFor(indicator.mode, yearly, fiscalYear, PERIOD);
  const achievement = achievementOf(indicator, actual, fiscalYear);
  const growing = growingIn([indicator]).has(indicator.id) && fiscalYear === fiscalYearOf(today);
  return progressOf({ indicator, actual, achievement, fiscalYear, period: PERIOD, growing, today });
}
const at = (fiscalYear: number, value: number | null): YearValue => ({ fiscalYear, value });

describe('where an indicator stands', () => {
  it('is met as soon as the target is reached, however early', () => {
    expect(judge({ targets: target(100) }, [at(2026, 100)])).toEqual({
      progress: 'achieved',
      expected: null,
      why: null,
    });
  });

  it('compares a level with an even pace from its baseline, both ways', () => {
    // 2 of 5 years have gone: 50 + (100 − 50) × 2/5, in days.
    const rising = { baseline: baseline(50), targets: target(100) };
    expect(judge(rising, [at(2026, 70)])).toMatchObject({ progress: 'on_track' });
    expect(judge(rising, [at(2026, 69)])).toMatchObject({ progress: 'behind' });
    expect(judge(rising, [at(2026, 69)]).expected).toBeCloseTo(50 + (50 * 730) / 1826, 9);
    const falling = { baseline: baseline(20), targets: target(10), direction: 'decrease' as const };
    expect(judge(falling, [at(2026, 16)])).toMatchObject({ progress: 'on_track' });
    expect(judge(falling, [at(2026, 16.1)])).toMatchObject({ progress: 'behind' });
  });

  it('starts sums from nothing at the first day of the period', () => {
    const sum = { mode: 'cumulative' as const, targets: target(1000) };
    expect(judge(sum, [at(2025, 200), at(2026, 200)])).toMatchObject({ progress: 'on_track' });
    expect(judge(sum, [at(2025, 200), at(2026, 199)])).toMatchObject({ progress: 'behind' });
  });

  it('asks of the year that runs only what its days so far can hold, where values are counted day by day', () => {
    const counted = {
      source: { kind: 'facts', measure: 'class' } as const,
      baseline: baseline(50),
      targets: target(100),
    };
    const half = '2026-09-30';
    expect(judge(counted, [at(2026, 36)], 2026, half)).toMatchObject({ progress: 'on_track' });
    expect(judge(counted, [at(2026, 34)], 2026, half)).toMatchObject({ progress: 'behind' });
    expect(judge({ ...counted, source: { kind: 'typed' } }, [at(2026, 36)], 2026, half)).toMatchObject({
      progress: 'behind',
    });
    const sum = { mode: 'cumulative' as const, source: counted.source, targets: target(1826) };
    expect(judge(sum, [at(2025, 365), at(2026, 182)], 2026, half)).toMatchObject({ progress: 'behind', expected: 548 });
    expect(judge(sum, [at(2025, 365), at(2026, 183)], 2026, half)).toMatchObject({ progress: 'on_track' });
  });

  it('has no pace left in the target’s year', () => {
    const level = { baseline: baseline(50), targets: target(100) };
    const later = '2032-05-01';
    expect(judge(level, [at(2029, 99)], 2029, later)).toEqual({ progress: 'behind', expected: null, why: null });
    expect(judge(level, [at(2031, 99)], 2031, later)).toMatchObject({ progress: 'behind' });
  });

  it('takes limits and comparisons with the year before as asked of each year', () => {
    const limit = { direction: 'at_most' as const, targets: target(10, { comparator: 'le' }) };
    expect(judge(limit, [at(2026, 11)])).toMatchObject({ progress: 'behind' });
    expect(judge(limit, [at(2026, 10)])).toMatchObject({ progress: 'achieved' });
    const growth = { mode: 'yoy_change' as const, targets: target(5, { comparator: 'ge', unit: '%' }) };
    expect(judge(growth, [at(2025, 100), at(2026, 104)])).toMatchObject({ progress: 'behind' });
  });

  it('says why where nothing can be said', () => {
    const bare = judge({ targets: target(100) }, [at(2026, 80)]);
    expect(bare).toMatchObject({
      progress: 'unknown',
      expected: null,
      why: expect.stringMatching(/令和11年度.*基準値がない/),
    });
    expect(judge({ targets: target(100) }, [])).toMatchObject({
      progress: 'unknown',
      why: expect.stringMatching(/まだありません/),
    });
    expect(judge({ targets: [] }, [at(2026, 1)])).toMatchObject({
      progress: 'unknown',
      why: expect.stringMatching(/目標/),
    });
    const milestone = { mode: 'milestone' as const, direction: 'milestone' as const };
    const plan = versions(someTarget({ valueType: 'milestone', value: null, comparator: 'milestone', asOf: DUE }));
    expect(judge({ ...milestone, targets: plan }, [at(2026, 0)])).toMatchObject({ progress: 'unknown' });
    expect(judge({ ...milestone, targets: plan }, [at(2026, 0)], 2029, '2029-04-01')).toMatchObject({
      progress: 'behind',
    });
    expect(judge({ refusal: '比べられません。' }, [at(2026, 1)])).toMatchObject({ why: '比べられません。' });
  });
});

const FACTS = { kind: 'facts', measure: 'class' } as const;
const ANNUAL = { source: FACTS, baseline: null };
const SUM = { source: FACTS, mode: 'cumulative' as const };
const GROWTH = { source: FACTS, mode: 'yoy_change' as const };
const UP = { direction: 'increase' as const, targets: target(100) };
const AT_LEAST = { direction: 'at_least' as const, targets: target(100, { comparator: 'ge' }) };
const AT_MOST = { direction: 'at_most' as const, targets: target(100, { comparator: 'le' }) };
const SPAN = {
  direction: 'range' as const,
  targets: target(0, { valueType: 'range', value: null, range: { low: 100, high: 200 }, comparator: 'range' }),
};
const growthOf = (value: number, comparator: 'ge' | 'le') => ({
  direction: comparator === 'ge' ? ('increase' as const) : ('at_most' as const),
  targets: target(value, { comparator, unit: '%', asOf: null }),
});

/** The year that is judged, and today. On September 29th 182 of 365 days have gone. */
const BEFORE = [2026, '2027-04-01'] as const;
const RUNNING = [2026, '2026-09-29'] as const;
const FIRST_DAY = [2029, '2029-04-01'] as const;
const DUE_RUNNING = [2029, '2029-09-29'] as const;
const DUE_OVER = [2029, '2030-04-01'] as const;
/** Years before the one judged, for sums and growth. */
const gone = (first: number, last: number, value: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => at(first + i, value));

describe('a year that runs, is over, is due', () => {
  it.each([
    // What is to grow: a pace while the year runs, final once reached.
    ['yearly, up', { ...ANNUAL, ...UP, baseline: baseline(0) }, BEFORE, [at(2026, 40)], 'on_track'],
    ['yearly, up', { ...ANNUAL, ...UP, baseline: baseline(0) }, BEFORE, [at(2026, 39)], 'behind'],
    ['yearly, up', { ...ANNUAL, ...UP, baseline: baseline(0) }, RUNNING, [at(2026, 20)], 'on_track'],
    ['yearly, up', { ...ANNUAL, ...UP, baseline: baseline(0) }, RUNNING, [at(2026, 19)], 'behind'],
    ['yearly, up', { ...ANNUAL, ...UP }, RUNNING, [at(2026, 100)], 'achieved'],
    ['yearly, up, no baseline', { ...ANNUAL, ...UP }, RUNNING, [at(2026, 99)], 'unknown'],
    ['yearly, up', { ...ANNUAL, ...UP }, FIRST_DAY, [at(2029, 1)], 'on_track'],
    ['yearly, up', { ...ANNUAL, ...UP }, FIRST_DAY, [at(2029, 0)], 'behind'],
    ['yearly, up', { ...ANNUAL, ...UP }, DUE_RUNNING, [at(2029, 50)], 'on_track'],
    ['yearly, up', { ...ANNUAL, ...UP }, DUE_RUNNING, [at(2029, 49)], 'behind'],
    ['yearly, up', { ...ANNUAL, ...UP }, DUE_RUNNING, [at(2029, 100)], 'achieved'],
    ['yearly, up', { ...ANNUAL, ...UP }, DUE_OVER, [at(2029, 99)], 'behind'],
    ['yearly, 以上', { ...ANNUAL, ...AT_LEAST }, RUNNING, [at(2026, 50)], 'on_track'],
    ['yearly, 以上', { ...ANNUAL, ...AT_LEAST }, RUNNING, [at(2026, 49)], 'behind'],
    ['yearly, 以上', { ...ANNUAL, ...AT_LEAST }, BEFORE, [at(2026, 99)], 'behind'],
    // A limit: never met before the year is over, behind at once when exceeded.
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, BEFORE, [at(2026, 100)], 'achieved'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, RUNNING, [at(2026, 0)], 'on_track'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, RUNNING, [at(2026, 100)], 'on_track'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, RUNNING, [at(2026, 101)], 'behind'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, FIRST_DAY, [at(2029, 0)], 'on_track'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, DUE_RUNNING, [at(2029, 101)], 'behind'],
    ['yearly, 以下', { ...ANNUAL, ...AT_MOST }, DUE_OVER, [at(2029, 100)], 'achieved'],
    ['yearly, down', { ...ANNUAL, ...AT_MOST, baseline: baseline(200) }, RUNNING, [at(2026, 160)], 'on_track'],
    ['yearly, down', { ...ANNUAL, ...AT_MOST, baseline: baseline(200) }, RUNNING, [at(2026, 161)], 'behind'],
    // A span has both.
    ['yearly, 幅', { ...ANNUAL, ...SPAN }, RUNNING, [at(2026, 150)], 'on_track'],
    ['yearly, 幅', { ...ANNUAL, ...SPAN }, DUE_RUNNING, [at(2029, 50)], 'on_track'],
    ['yearly, 幅', { ...ANNUAL, ...SPAN }, DUE_RUNNING, [at(2029, 49)], 'behind'],
    ['yearly, 幅', { ...ANNUAL, ...SPAN }, DUE_RUNNING, [at(2029, 201)], 'behind'],
    ['yearly, 幅', { ...ANNUAL, ...SPAN }, DUE_OVER, [at(2029, 150)], 'achieved'],
    // Sums: 1,826 days from 2025-04-01 to 2030-03-31; the goal of 100 by then.
    ['sum, up', { ...SUM, ...UP }, BEFORE, [at(2025, 20), at(2026, 20)], 'on_track'],
    ['sum, up', { ...SUM, ...UP }, BEFORE, [at(2025, 20), at(2026, 19)], 'behind'],
    ['sum, up', { ...SUM, ...UP }, RUNNING, [at(2025, 20), at(2026, 10)], 'on_track'],
    ['sum, up', { ...SUM, ...UP }, RUNNING, [at(2025, 20), at(2026, 9)], 'behind'],
    ['sum, up', { ...SUM, ...UP }, FIRST_DAY, [...gone(2025, 2028, 20), at(2029, 1)], 'on_track'],
    ['sum, up', { ...SUM, ...UP }, FIRST_DAY, [...gone(2025, 2028, 20), at(2029, 0)], 'behind'],
    ['sum, up', { ...SUM, ...UP }, DUE_RUNNING, [...gone(2025, 2028, 25), at(2029, 0)], 'achieved'],
    ['sum, up', { ...SUM, ...UP }, DUE_OVER, [...gone(2025, 2028, 20), at(2029, 19)], 'behind'],
    ['sum, 以下', { ...SUM, ...AT_MOST }, BEFORE, [at(2025, 0), at(2026, 100)], 'on_track'],
    ['sum, 以下', { ...SUM, ...AT_MOST }, RUNNING, [at(2025, 0), at(2026, 0)], 'on_track'],
    ['sum, 以下', { ...SUM, ...AT_MOST }, RUNNING, [at(2025, 100), at(2026, 1)], 'behind'],
    ['sum, 以下', { ...SUM, ...AT_MOST }, DUE_RUNNING, gone(2025, 2029, 20), 'on_track'],
    ['sum, 以下', { ...SUM, ...AT_MOST }, DUE_OVER, gone(2025, 2029, 20), 'achieved'],
    [
      'sum, 以下, typed',
      { ...SUM, ...AT_MOST, source: { kind: 'typed' } },
      BEFORE,
      [at(2025, 0), at(2026, 1)],
      'on_track',
    ],
    ['sum, 幅', { ...SUM, ...SPAN }, BEFORE, [at(2025, 150), at(2026, 51)], 'behind'],
    ['sum, 幅', { ...SUM, ...SPAN }, BEFORE, [at(2025, 20), at(2026, 20)], 'on_track'],
    // Growth is judged in %: 104 of 100 wanted 105 and half of the year has gone.
    ['growth, up', { ...GROWTH, ...growthOf(5, 'ge') }, RUNNING, [at(2025, 100), at(2026, 53)], 'on_track'],
    ['growth, up', { ...GROWTH, ...growthOf(5, 'ge') }, RUNNING, [at(2025, 100), at(2026, 52)], 'behind'],
    ['growth, up', { ...GROWTH, ...growthOf(5, 'ge') }, RUNNING, [at(2025, 100), at(2026, 105)], 'achieved'],
    ['growth, up', { ...GROWTH, ...growthOf(5, 'ge') }, BEFORE, [at(2025, 100), at(2026, 104)], 'behind'],
    ['growth, 以下', { ...GROWTH, ...growthOf(5, 'le') }, RUNNING, [at(2025, 100), at(2026, 105)], 'on_track'],
    ['growth, 以下', { ...GROWTH, ...growthOf(5, 'le') }, RUNNING, [at(2025, 100), at(2026, 106)], 'behind'],
    ['growth, 以下', { ...GROWTH, ...growthOf(5, 'le') }, BEFORE, [at(2025, 100), at(2026, 105)], 'achieved'],
    // A typed value stands for its year, also while it runs.
    ['typed, up', { ...UP, source: { kind: 'typed' } }, DUE_RUNNING, [at(2029, 99)], 'behind'],
    ['typed, 以下', { ...AT_MOST, source: { kind: 'typed' } }, DUE_RUNNING, [at(2029, 100)], 'achieved'],
    ['not begun', { mode: 'point_in_time', ...UP }, [2027, '2027-03-31'], [at(2026, 100)], 'unknown'],
  ] satisfies [string, Partial<Indicator>, readonly [number, string], YearValue[], string][])(
    '%s',
    (_, change, [fiscalYear, today], yearly, progress) =>
      expect(judge(change, yearly, fiscalYear, today).progress).toBe(progress),
  );

  it('names the place of the pace, and none where it is the target itself', () => {
    const due = judge({ ...ANNUAL, ...UP }, [at(2029, 49)], ...DUE_RUNNING);
    expect(due.expected).toBeCloseTo((100 * 182) / 365, 9);
    const growth = judge({ ...GROWTH, ...growthOf(5, 'ge') }, [at(2025, 100), at(2026, 52)], ...RUNNING);
    expect(growth.expected).toBeCloseTo((105 * 182) / 365 - 100, 9);
    expect(judge({ ...ANNUAL, ...AT_MOST }, [at(2026, 101)], ...RUNNING).expected).toBeNull();
  });
});

describe('what grows day by day', () => {
  it('is counted, or a sum with something counted in it', () => {
    const sum = (id: string, ...indicatorIds: string[]) =>
      someIndicator({ id, source: { kind: 'formula', op: 'sum', indicatorIds } });
    const growing = growingIn([
      sum('sum of sums', 'sum'),
      sum('sum', 'typed', 'counted'),
      sum('circle', 'circle'),
      sum('typed sum', 'typed'),
      someIndicator({ id: 'typed' }),
      someIndicator({ id: 'counted', source: FACTS }),
      someIndicator({ id: 'share', source: { kind: 'formula', op: 'ratio', indicatorIds: ['counted', 'counted'] } }),
    ]);
    expect([...growing].sort()).toEqual(['counted', 'sum', 'sum of sums']);
  });
});
