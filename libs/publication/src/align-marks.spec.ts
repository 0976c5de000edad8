import { MOST_CELLS, piecesOf, sharedMarks } from './align-marks';

const MASKS = /●●/g;
const lines = (n: number, of = (i: number) => `行${i}`) => Array.from({ length: n }, (_, i) => of(i));
const shared = (before: string, after: string, mostCells?: number) =>
  sharedMarks(piecesOf(before, MASKS), piecesOf(after, MASKS), mostCells);

describe('masks that two texts share', () => {
  it('are known by the words around them', () => {
    expect(shared('甲の●●さん。乙の●●さん。丙。', '乙の●●さん。丁。')).toEqual({
      pairs: [[1, 0]],
      unsure: 0,
    });
  });

  it('what both begin and end with is not compared piece by piece', () => {
    const before = [...lines(4000), 'ここは●●です', ...lines(4000)];
    const after = before.map((line) => (line === 'ここは●●です' ? 'そこは●●です' : line));
    // Two pieces differ at most between the same beginning and the same end.
    expect(shared(before.join('\n'), after.join('\n'), 9)).toEqual({ pairs: [[0, 0]], unsure: 0 });
  });

  it('where more differs than may be compared, nothing is shared and nothing is new', () => {
    const before = ['甲の●●さん', '頭', ...lines(30, () => '●●と'), '尾', '乙の●●さん'];
    const after = [...before];
    after[1] = '別の頭';
    after[after.length - 2] = '別の尾';
    const all = shared(before.join('\n'), after.join('\n'));
    expect([all.pairs.length, all.unsure]).toEqual([32, 0]);
    const few = shared(before.join('\n'), after.join('\n'), 100);
    expect(few).toEqual({
      pairs: [
        [0, 0],
        [31, 31],
      ],
      unsure: 30,
    });
  });

  it('holds no table for the longest letters of the shortest lines', () => {
    const before = lines(5000, (i) => String.fromCodePoint(0x4e00 + i));
    const after = lines(5000, (i) => String.fromCodePoint(0x7000 + i));
    expect(before.length * after.length).toBeGreaterThan(10 * MOST_CELLS);
    after[2500] = '●●';
    expect(shared(before.join('\n'), after.join('\n'))).toEqual({ pairs: [], unsure: 1 });
  });
});
