import { cellHref, cellOf, periodOf, submissionsHref, whichOf, type Cell, type Period } from './address';

const half: Period = { months: 6, version: null };

describe('the address of a figure', () => {
  const cells: Cell[] = [
    {},
    { label: 'class', same: 'no' },
    { proposedClass: 'complaint', decidedClass: 'inquiry' },
    { proposedTopic: 'roads', decidedTopic: 'safety' },
    { label: 'topic', band: 0 },
    { month: '2026-05', label: 'topic', same: 'yes' },
  ];
  it.each(cells)('comes back as it was written: %j', (cell) => {
    const url = new URL(cellHref({ months: 12, version: '2026-11-21-abc' }, cell), 'http://desk');
    expect(url.pathname).toBe('/accuracy/opinions');
    expect(cellOf(url.searchParams)).toEqual(cell);
    expect(periodOf(url.searchParams)).toEqual({ months: 12, version: '2026-11-21-abc' });
  });

  it('leaves out what cannot be meant', () => {
    const params = new URLSearchParams('months=7&version=&month=x&proposedClass=x&label=x&same=maybe&band=9');
    expect(periodOf(params)).toEqual(half);
    expect(cellOf(params)).toEqual({});
  });

  it('keeps which submissions were asked for', () => {
    const url = new URL(submissionsHref(half, 'urgent'), 'http://desk');
    expect(whichOf(url.searchParams)).toBe('urgent');
    expect(whichOf(new URLSearchParams('which=x'))).toBe('other_count');
  });
});
