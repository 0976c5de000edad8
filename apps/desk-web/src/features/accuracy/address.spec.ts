import {
  cellHref,
  cellOf,
  periodOf,
  submissionsHref,
  urgencyHref,
  urgencyOf,
  whichOf,
  type Cell,
  type Period,
} from './address';

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
    const url = new URL(submissionsHref(half, 'same_count'), 'http://desk');
    expect(whichOf(url.searchParams)).toBe('same_count');
    expect(whichOf(new URLSearchParams('which=x'))).toBe('other_count');
  });

  it.each([{ fate: 'missed' }, { fate: 'quiet', month: '2026-05' }] as const)(
    'keeps what was asked about urgency: %j',
    (asked) => expect(urgencyOf(new URL(urgencyHref(half, asked), 'http://desk').searchParams)).toEqual(asked),
  );

  it('asks for false alarms where an address about urgency cannot be meant', () => {
    expect(urgencyOf(new URLSearchParams('fate=x&month=May'))).toEqual({ fate: 'false_alarm' });
  });
});
