import { tablesInOrder } from './table-order';

describe('the order of tables', () => {
  it('puts each after those it points to', () => {
    expect(
      tablesInOrder([
        { name: 'opinion', pointsTo: ['submission', 'section'] },
        { name: 'submission', pointsTo: ['submission'] },
        { name: 'topic', pointsTo: ['section'] },
        { name: 'section', pointsTo: [] },
      ]),
    ).toEqual(['section', 'submission', 'opinion', 'topic']);
  });

  it('refuses a circle', () => {
    expect(() =>
      tablesInOrder([
        { name: 'a', pointsTo: ['b'] },
        { name: 'b', pointsTo: ['a'] },
      ]),
    ).toThrow('a, b');
  });
});
