import { achievementOf } from './achievement';
import type { Indicator } from './model';
import { progressOf, type ProgressVerdict } from './progress';
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
  return progressOf({ indicator, actual, achievement, fiscalYear, period: PERIOD, today });
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
    expect(judge(level, [at(2029, 99)], 2029)).toEqual({ progress: 'behind', expected: null, why: null });
    expect(judge(level, [at(2031, 99)], 2031)).toMatchObject({ progress: 'behind' });
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
    expect(judge({ ...milestone, targets: plan }, [at(2026, 0)], 2029)).toMatchObject({ progress: 'behind' });
    expect(judge({ refusal: '比べられません。' }, [at(2026, 1)])).toMatchObject({ why: '比べられません。' });
  });
});
