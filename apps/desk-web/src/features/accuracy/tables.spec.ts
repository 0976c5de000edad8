import { countOf, proposedRows } from './tables';

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
