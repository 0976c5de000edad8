import { lastKnown, amount, chartWords, firstLook, monthName, printedBaseline, printedValue, yearsOf } from './figures';

describe('printedValue', () => {
  it('keeps what the plan prints, however long, and makes a text where it prints none', () => {
    expect(printedValue(185, '185件', '件', '平成21年度')).toEqual({ value: 185, text: '185件', when: '平成21年度' });
    expect(printedValue(1000, null, '人', null)).toEqual({ value: 1000, text: '1,000人', when: undefined });
    expect(printedValue(1000, '延 1,000 人以上／年', '延人/年', null)?.text).toBe('延 1,000 人以上／年');
    expect(printedValue(null, '維持', '', null)).toBeNull();
  });
});

describe('printedBaseline', () => {
  const of = (value: number | null, text: string | null) =>
    printedBaseline({ baseline: { value, asOf: null }, printed: { baseline: text, target: null }, unit: '%' });

  it('keeps the words in which a plan says why there is none', () => {
    expect(of(null, '調査していないため不明')).toEqual({
      value: null,
      text: '調査していないため不明',
      when: undefined,
    });
    expect(of(61.2, null)?.text).toBe('61.2%');
    expect(of(null, '―')).toBeNull();
    expect(of(null, null)).toBeNull();
  });
});

describe('yearsOf and firstLook', () => {
  it('offers the plan’s years, newest first, and begins with the current one', () => {
    expect(yearsOf({ firstYear: 2024, lastYear: 2028, spokenOf: null }, 2026)).toEqual([2028, 2027, 2026, 2025, 2024]);
    expect(firstLook({ firstYear: 2024, lastYear: 2028, spokenOf: null }, 2026)).toBe(2026);
  });

  it('begins at the nearest year of a plan that is over or has not begun', () => {
    expect(firstLook({ firstYear: 2013, lastYear: 2017, spokenOf: null }, 2026)).toBe(2017);
    expect(firstLook({ firstYear: 2030, lastYear: 2034, spokenOf: null }, 2026)).toBe(2030);
  });

  it('offers the years a plan without a period speaks of, though they are over', () => {
    const plan = { firstYear: null, lastYear: null, spokenOf: { first: 2011, last: 2017 } };
    expect(yearsOf(plan, 2026)).toEqual([2017, 2016, 2015, 2014, 2013, 2012, 2011]);
    expect(firstLook(plan, 2026)).toBe(2017);
  });

  it('looks back a few years when the plan prints no period', () => {
    expect(yearsOf({ firstYear: null, lastYear: null, spokenOf: null }, 2026)).toEqual([2026, 2025, 2024, 2023, 2022]);
  });
});

describe('lastKnown', () => {
  const year = (fiscalYear: number, value: number | null) => ({
    fiscalYear,
    value,
    cumulative: null,
    sourceText: null,
    closed: false,
  });

  it('is the newest value before the year, in the unit of the years', () => {
    const indicator = { unit: '%', yearUnit: '人', yearly: [year(2024, 812), year(2025, 934), year(2026, null)] };
    expect(lastKnown(indicator, 2026)).toBe('令和7年度は 934人');
    expect(lastKnown(indicator, 2025)).toBe('令和6年度は 812人');
  });

  it('is nothing where no value came before', () => {
    expect(lastKnown({ unit: '%', yearly: [year(2025, null), year(2026, 70)] }, 2026)).toBeNull();
  });
});

describe('chartWords', () => {
  it('names the extremes with their units', () => {
    expect(chartWords(['R6', 'R7', 'R8'], [61, null, 42], '件')).toBe(
      '最も多いのはR6の61件、最も少ないのはR8の42件です。',
    );
    expect(chartWords(['R8'], [42], '件')).toBe('R8は42件です。');
    expect(chartWords(['R8'], [null], '件')).toBe('値はまだありません。');
  });
});

it('writes numbers and months as people read them', () => {
  expect(amount(149369, '件')).toBe('149,369件');
  expect(monthName('2027-01')).toBe('1月');
});
