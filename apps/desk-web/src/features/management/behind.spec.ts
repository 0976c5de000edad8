import { behindHref, behindOf, fileHref } from './behind';
import type { Behind } from './behind';

describe('the address of a number', () => {
  const numbers: Behind[] = [
    { fiscalYear: 2026, scope: 'value', month: null },
    { fiscalYear: 2025, scope: 'year', month: null },
    { fiscalYear: 2026, scope: 'month', month: '2026-11' },
  ];
  it.each(numbers)('comes back as it was written: %j', (behind) => {
    const url = new URL(behindHref('i1', behind), 'http://desk');
    expect(url.pathname).toBe('/indicators/i1/opinions');
    expect(behindOf(url.searchParams, 2000)).toEqual(behind);
    const file = new URL(fileHref('i1', behind), 'http://desk');
    expect(file.pathname).toBe('/indicators/i1/opinions.csv');
    expect(file.search).toBe(url.search);
  });

  it('falls back to the value of the year at hand', () => {
    expect(behindOf(new URLSearchParams('fiscalYear=abc&month=11'), 2026)).toEqual({
      fiscalYear: 2026,
      scope: 'value',
      month: null,
    });
  });
});
