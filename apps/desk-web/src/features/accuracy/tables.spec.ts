import { countOf, markTotals, proposedRows, urgencyTotals } from './tables';

describe('proposedRows', () => {
  const pairs = [
    { proposed: 'roads', decided: 'roads', count: 5 },
    { proposed: 'roads', decided: 'parks', count: 1 },
    { proposed: 'roads', decided: 'safety', count: 3 },
    { proposed: 'given-up', decided: 'roads', count: 2 },
  ];

  it('adds up what was proposed, taken as it was, and decided instead', () => {
    expect(proposedRows(pairs, ['parks', 'roads'])).toEqual([
      { code: 'parks', count: 0, same: 0, instead: [] },
      {
        code: 'roads',
        count: 9,
        same: 5,
        instead: [
          { code: 'safety', count: 3 },
          { code: 'parks', count: 1 },
        ],
      },
      { code: 'given-up', count: 2, same: 0, instead: [{ code: 'roads', count: 2 }] },
    ]);
  });
});

describe('countOf', () => {
  it('is the cell, or nothing', () => {
    const classes = [{ proposed: 'complaint', decided: 'inquiry', count: 4 }] as const;
    expect(countOf([...classes], 'complaint', 'inquiry')).toBe(4);
    expect(countOf([...classes], 'inquiry', 'complaint')).toBe(0);
  });
});

describe('months taken together', () => {
  it('adds up what was made of alarms', () => {
    const may = { found: 1, false_alarm: 2, missed: 3, quiet: 4, undecided: 5 };
    expect(urgencyTotals([may, may])).toEqual({ found: 2, false_alarm: 4, missed: 6, quiet: 8, undecided: 10 });
  });

  it('adds up marks kind by kind, the most frequent kind first', () => {
    const one = { kept: 1, removed: 0, added: 2, rewritten: 0 };
    const months = [
      { kind: 'phone' as const, ...one },
      { kind: 'name' as const, ...one },
      { kind: 'name' as const, ...one },
    ];
    expect(markTotals(months)).toEqual([
      { kind: 'name', kept: 2, removed: 0, added: 4, rewritten: 0 },
      { kind: 'phone', ...one },
    ]);
  });
});
