import { amount, difference, roundPercent } from './numbers';
import { newestByYear, yearValuesOf, type TypedValue } from './typed-value';
import { actualFor } from './values';

const years = (...values: readonly (number | null)[]) => values.map((value, i) => ({ fiscalYear: 2025 + i, value }));
const period = { first: 2025, last: 2029 };

describe('actualFor', () => {
  it('takes the year itself for annual, average and unspecified modes', () => {
    for (const mode of ['annual', 'derived_average', 'unspecified'] as const)
      expect(actualFor(mode, years(3, 5, 8), 2026, period)).toMatchObject({ value: 5, years: [2026], previous: 3 });
    expect(actualFor('annual', years(3), 2026, period)).toMatchObject({
      value: null,
      why: '令和8年度の値がまだありません。',
    });
  });

  it('sums a cumulative indicator from the first year of its period, and not beyond the last', () => {
    const yearly = [{ fiscalYear: 2024, value: 1000 }, ...years(10, 20, 30, 40, 50, 60)];
    const at = (year: number) => actualFor('cumulative', yearly, year, period).value;
    expect([2025, 2026, 2029, 2030].map(at)).toEqual([10, 30, 150, 150]);
    expect(actualFor('cumulative', yearly, 2026, period).basis).toBe('令和7年度〜令和8年度の累計');
    expect(actualFor('cumulative', yearly, 2024, period).why).toBe('計画の期間がまだ始まっていません。');
  });

  it('never makes a smaller sum out of a missing year', () => {
    expect(actualFor('cumulative', years(10, null, 30), 2027, period)).toMatchObject({
      value: null,
      why: '令和8年度の値がまだないため、累計を計算できません。',
    });
    expect(actualFor('cumulative', years(10), 2025, null).why).toMatch(/何年度からの累計か/);
  });

  it('adds decimals without the noise of binary fractions', () => {
    expect(actualFor('cumulative', years(0.1, 0.2), 2026, period).value).toBe(0.3);
  });

  it('takes the latest known value for points in time and milestones, and says of which year', () => {
    expect(actualFor('point_in_time', years(7, 9, null), 2027, period)).toMatchObject({
      value: 9,
      basis: '令和8年度の値',
      previous: 7,
    });
    expect(actualFor('point_in_time', years(7, 9), 2025, period).value).toBe(7);
    expect(actualFor('milestone', years(0, 1), 2029, period).value).toBe(1);
    expect(actualFor('milestone', [], 2029, period).value).toBeNull();
  });

  it('works out growth over the year before, and says why when it cannot', () => {
    expect(actualFor('yoy_change', years(200, 210), 2026, null).value).toBe(5);
    expect(actualFor('yoy_change', years(200, 190), 2026, null).value).toBe(-5);
    expect(actualFor('yoy_change', years(200), 2025, null).why).toMatch(/令和6年度の値がない/);
    expect(actualFor('yoy_change', years(0, 10), 2026, null).why).toMatch(/0以下/);
  });

  it('gives no value to a row that points at another', () => {
    expect(actualFor('cross_reference', years(1), 2025, null)).toMatchObject({ value: null, years: [] });
  });
});

describe('numbers', () => {
  it('rounds half up to one decimal by magnitude', () => {
    expect([64.25, 64.24, 1.005, 0.05, 0.04, -64.25, -0.04, 100].map(roundPercent)).toEqual([
      64.3, 64.2, 1, 0.1, 0, -64.3, 0, 100,
    ]);
    expect(Object.is(roundPercent(-0.01), -0)).toBe(false);
  });

  it('prints amounts as Japanese does', () => {
    expect(amount(5913107, '㎡')).toBe('5,913,107㎡');
    expect(amount(99.98, '%')).toBe('99.98%');
    expect(amount(1000, '延人/年')).toBe('1,000人');
    expect(amount(-3, '件')).toBe('−3件');
    expect(difference(99.99 - 99.98, '%')).toBe('0.01ポイント');
  });
});

describe('typed values', () => {
  const typed = (id: string, fiscalYear: number, value: number | null, at: string): TypedValue => ({
    id,
    indicatorId: 'i',
    fiscalYear,
    value,
    sourceText: '集計表',
    origin: 'typed',
    author: '広報広聴担当',
    authorId: null,
    recordedAt: new Date(at),
  });

  it('lets the newest count, whatever the order they are read in', () => {
    const values = [
      typed('c', 2025, 62, '2026-06-02T00:00:00Z'),
      typed('a', 2025, 60, '2026-06-01T00:00:00Z'),
      typed('b', 2024, 55, '2026-06-03T00:00:00Z'),
    ];
    expect(newestByYear(values).map((v) => v.id)).toEqual(['b', 'c']);
    expect(yearValuesOf([...values, typed('d', 2025, null, '2026-06-04T00:00:00Z')])).toEqual([
      { fiscalYear: 2024, value: 55 },
      { fiscalYear: 2025, value: null },
    ]);
    expect(
      newestByYear([typed('x', 2025, 1, '2026-06-01T00:00:00Z'), typed('y', 2025, 2, '2026-06-01T00:00:00Z')])[0]?.id,
    ).toBe('y');
  });
});
