import { monthsOf, monthsUpTo, periodUpTo } from './period';

describe('the period looked at', () => {
  it.each([
    ['2026-11-21', 6, '2026-06-01', '2026-06', '2026-11'],
    ['2026-02-28', 3, '2025-12-01', '2025-12', '2026-02'],
    ['2026-12-01', 12, '2026-01-01', '2026-01', '2026-12'],
    ['2027-01-31', 12, '2026-02-01', '2026-02', '2027-01'],
  ] as const)('on %s, %s months begin on %s', (today, months, firstDay, first, last) => {
    expect(periodUpTo(today, months)).toEqual({ firstDay, lastDay: today });
    const list = monthsUpTo(today, months);
    expect([list.length, list[0], list.at(-1)]).toEqual([months, first, last]);
  });

  it('is half a year unless another is asked for', () => {
    expect([undefined, '3', '12', '7', ''].map(monthsOf)).toEqual([6, 3, 12, 6, 6]);
  });
});
