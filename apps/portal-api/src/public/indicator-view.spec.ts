import { demoCityPlan, yearlyChart, type Figure, type IndicatorMode } from '@kotae/indicators';
import { indicatorView } from './indicator-view';

/** What the public sees in FY2027 of an indicator made of FY2025 and FY2026. */
function current(mode: IndicatorMode, years: readonly number[], closedYears: readonly number[]) {
  const { plans, indicators } = demoCityPlan();
  const indicator = { ...indicators[0]!, mode, period: { first: 2025, last: 2026 } };
  const figure: Figure = {
    indicator,
    yearly: [],
    closedYears,
    actual: { value: 7, basis: '', years, previous: null, why: null },
    achievement: { formula: 'met', formulaName: '', percent: null, met: true, words: '', why: null },
    typed: null,
    typedYears: [],
    share: null,
    asClosed: null,
  };
  const chart = yearlyChart(indicator, [], 2027, indicator.period);
  const asOf = '2027-05-20';
  return indicatorView({ plan: plans[0]!, figure, fiscalYear: 2027, asOf, chart, countingWords: '', months: null })
    .current;
}

describe('the value the public sees', () => {
  it('is 確定 when the plan is over and every year of its sum is closed', () => {
    expect(current('cumulative', [2025, 2026], [2025, 2026])).toMatchObject({ fiscalYear: 2026, closed: true });
    expect(current('cumulative', [2025, 2026], [2026])).toMatchObject({ fiscalYear: 2026, closed: false });
  });

  it('is 確定 with the year it was known for', () => {
    expect(current('point_in_time', [2026], [2026])).toMatchObject({ fiscalYear: 2026, closed: true });
    expect(current('point_in_time', [], [2026])).toMatchObject({ fiscalYear: 2027, closed: false });
  });
});
