import { monthlyChart, niceTop, yearlyChart } from './chart';
import { someBaseline, someIndicator, someTarget, versions } from './sample-indicator';

const period = { first: 2025, last: 2029 };
const yearly = [
  { fiscalYear: 2025, value: 20 },
  { fiscalYear: 2026, value: 30 },
];

describe('yearlyChart', () => {
  it('has a bar for every planned year, gaps where nothing is known, and lines with what is printed', () => {
    const chart = yearlyChart(someIndicator({ baseline: someBaseline(17) }), yearly, 2026, period);
    expect(chart.bars.map((b) => [b.fiscalYear, b.value, b.state])).toEqual([
      [2025, 20, 'past'],
      [2026, 30, 'chosen'],
      [2027, null, 'future'],
      [2028, null, 'future'],
      [2029, null, 'future'],
    ]);
    expect(chart.bars[0]?.label).toBe('令和7年度');
    expect(chart.baseline).toEqual({ value: 17, label: '基準 17 件' });
    expect(chart.targets).toEqual([{ value: 100, label: '目標 100 件' }]);
    expect([chart.bottom, chart.top]).toEqual([0, 100]);
  });

  it('runs a sum for cumulative indicators and stops where a year is missing', () => {
    const indicator = someIndicator({ mode: 'cumulative' });
    const running = (values: typeof yearly) => yearlyChart(indicator, values, 2027, period).bars.map((b) => b.running);
    expect(running([...yearly, { fiscalYear: 2027, value: 5 }])).toEqual([20, 50, 55, null, null]);
    expect(running([yearly[0], { fiscalYear: 2027, value: 5 }].filter((y) => y !== undefined))).toEqual([
      20,
      null,
      null,
      null,
      null,
    ]);
  });

  it('draws no baseline across running sums: it is what one year brought', () => {
    const baseline = someBaseline(17);
    const sums = yearlyChart(someIndicator({ mode: 'cumulative', baseline }), yearly, 2026, period);
    expect([sums.baseline, sums.targets.length]).toEqual([null, 1]);
  });

  it('never shows a year after the chosen one', () => {
    expect(yearlyChart(someIndicator(), yearly, 2025, null).bars.map((b) => b.fiscalYear)).toEqual([2025]);
  });

  it('draws two lines for a range, none for words or growth, and goes below zero when values do', () => {
    const range = someTarget({ valueType: 'range', value: null, range: { low: 1, high: 2 }, comparator: 'range' });
    const lines = (target: ReturnType<typeof someTarget>) =>
      yearlyChart(someIndicator({ targets: versions(target) }), yearly, 2026, null).targets.map((t) => t.value);
    expect(lines(range)).toEqual([1, 2]);
    expect(lines(someTarget({ value: null, valueType: 'words' }))).toEqual([]);
    const growth = (unit: string) => yearlyChart(someIndicator({ mode: 'yoy_change', unit }), yearly, 2026, null);
    expect(growth('%')).toMatchObject({ targets: [], baseline: null, unit: null });
    expect(growth('人')).toMatchObject({ targets: [], unit: '人' });
    expect(yearlyChart(someIndicator({}), [{ fiscalYear: 2026, value: -7 }], 2026, null).bottom).toBe(-8);
  });
});

describe('monthlyChart', () => {
  it('has twelve months, April first, that sum to the total', () => {
    const chart = monthlyChart('件', 2026, [
      { month: '2026-04', count: 3 },
      { month: '2027-03', count: 9 },
      { month: '2027-04', count: 100 },
    ]);
    expect(chart.bars.map((b) => b.label)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((m) => `${m}月`));
    expect(chart.total).toBe(12);
    expect(chart.bars.reduce((sum, b) => sum + b.value, 0)).toBe(chart.total);
    expect(chart.top).toBe(10);
  });
});

describe('niceTop', () => {
  it('ends an axis on a round number at or above the value', () => {
    expect([0, 0.03, 1, 7, 13, 100, 101, 1300, 5913107].map(niceTop)).toEqual([
      1, 0.03, 1, 8, 15, 100, 120, 1500, 6000000,
    ]);
    for (let v = 0.5; v < 2000; v *= 1.07) expect(niceTop(v)).toBeGreaterThanOrEqual(v - 1e-9);
  });
});
