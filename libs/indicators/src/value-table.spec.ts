import { readFiscalYear } from './fiscal-year-words';
import type { Indicator } from './model';
import { someIndicator } from './sample-indicator';
import type { TypedValue } from './typed-value';
import { readValueCell } from './value-cell';
import { readValueTable, type TableGround } from './value-table';

const value = (indicatorId: string, fiscalYear: number, amount: number | null): TypedValue => ({
  id: '1',
  indicatorId,
  fiscalYear,
  value: amount,
  sourceText: '集計',
  origin: 'typed',
  author: '三上 広',
  authorId: null,
  recordedAt: new Date('2026-04-01T00:00:00Z'),
});
const ground = (change: Partial<TableGround> = {}): TableGround => ({
  indicators: [
    someIndicator({ id: 'A-1', name: '参加人数', unit: '延人/年' }),
    someIndicator({ id: 'A-2', name: '満足度', unit: '%' }),
  ],
  typed: [],
  closings: [],
  currentYear: 2026,
  ...change,
});
const lines = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

describe('a fiscal year in a table’s head', () => {
  it.each([
    ['令和7年度', 2025],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['Ｒ８', 2026],
    ['h30', 2018],
    ['２０２５年度', 2025],
    ['2025', 2025],
    ['昭和63年', 1988],
  ])('%s', (text, year) => expect(readFiscalYear(text)).toBe(year));
  it.each(['', '年度', '令和', '指標名', '25', 'R7.4', '12345', '令和7年4月'])('is not read from %j', (text) =>
    expect(readFiscalYear(text)).toBeNull(),
  );
});

describe('a cell', () => {
  const read = (text: string, change: Partial<Pick<Indicator, 'mode' | 'unit'>> = {}) =>
    readValueCell(text, { mode: 'annual', unit: '延人/年', ...change });
  it.each([
    ['1040', 1040],
    ['１，０４０', 1040],
    ['1,040.5', 1040.5],
    [' 延1,040 人 ', 1040],
    ['1040延人/年', 1040],
    ['延べ3人', 3],
    ['▲3.2', -3.2],
    ['-3', -3],
    ["'-3", -3],
    ['＋3', 3],
    ['0', 0],
    ['-0', 0],
  ])('%j is a number', (text, amount) => expect(read(text)).toEqual({ kind: 'value', value: amount }));
  it.each(['', ' ', '　'])('%j says nothing', (text) => expect(read(text)).toEqual({ kind: 'blank' }));
  it.each(['―', '－', '-', '—', '…', '未集計', '該当なし'])('%j says that there is no value', (text) =>
    expect(read(text)).toEqual({ kind: 'none' }),
  );
  it.each(['概ね70', '七割', '1,23', '1.2.3', '12件', '1e5', '=1+1', '10%', '9'.repeat(20)])('%j is refused', (text) =>
    expect(read(text).kind).toBe('wrong'),
  );
  it('reads percentages only where the unit is one', () => {
    expect(read('66.5％', { unit: '%' })).toEqual({ kind: 'value', value: 66.5 });
  });
  it('takes 1, 0 and words for 策定・実施', () => {
    const milestone = (text: string) => read(text, { mode: 'milestone', unit: null });
    expect(['1', '策定済み', '済'].map(milestone)).toEqual(Array(3).fill({ kind: 'value', value: 1 }));
    expect(['0', '未', 'まだ'].map(milestone)).toEqual(Array(3).fill({ kind: 'value', value: 0 }));
    expect(milestone('―')).toEqual({ kind: 'none' });
    expect(milestone('2').kind).toBe('wrong');
  });
});

describe('a table of values', () => {
  it('finds its columns by their names, in any order, and leaves foreign columns alone', () => {
    const table = lines(['備考', 'Ｒ８', '指標番号'], ['担当に確認', '900', 'ａ-1']);
    expect(readValueTable(table, ground())).toMatchObject({
      lines: 1,
      problems: [],
      changes: [
        { line: 2, indicatorId: 'A-1', fiscalYear: 2026, kind: 'new', before: null, after: 900, sourceText: null },
      ],
    });
  });

  it('compares with the newest value of each year', () => {
    const typed = [value('A-1', 2025, 1), { ...value('A-1', 2025, 2), id: '2' }];
    const table = lines(['指標番号', '2025'], ['A-1', '2']);
    expect(readValueTable(table, ground({ typed })).changes[0]).toMatchObject({ kind: 'unchanged', before: 2 });
    const taken = readValueTable(
      lines(['指標番号', '2025'], ['A-1', '―']),
      ground({ typed: [value('A-1', 2025, null)] }),
    );
    expect(taken.changes[0]?.kind).toBe('unchanged');
  });

  it('goes on after a wrong cell, so that every problem is known at once', () => {
    const table = lines(['指標番号', '2025', '2026'], ['A-1', 'x', '5'], ['A-2', '60', 'y']);
    const read = readValueTable(table, ground());
    expect(read.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '令和7年度'],
      [3, '令和8年度'],
    ]);
    expect(read.problems[0]?.message).toBe('「x」：数字として読めません。');
    expect(read.changes.map((change) => change.after)).toEqual([5, 60]);
  });

  it('compares names without width and spaces', () => {
    const named = (name: string) =>
      readValueTable(lines(['指標番号', '指標名', '2026'], ['A-1', name, '1']), ground()).problems.length;
    expect(['参加人数', ' 参加　人数', '', "'参加人数"].map(named)).toEqual([0, 0, 0, 0]);
    expect(named('満足度')).toBe(1);
  });

  it('refuses what is no table at the line of its head', () => {
    const problem = (...rows: string[][]) => readValueTable(lines(...rows), ground()).problems;
    expect(problem()).toEqual([{ line: 1, column: null, message: 'ファイルに何も書かれていません。' }]);
    expect(problem([''], ['a', 'b'])[0]).toMatchObject({ line: 2 });
    expect(problem(['指標番号', '値'])[0]?.message).toMatch(/年度の列/);
    expect(problem(['指標番号', 'R7', '令和7年度'])[0]?.message).toMatch(/2つあります/);
  });

  it('leaves values of closed years alone and refuses to change them', () => {
    const closed = { typed: [value('A-1', 2025, 900)], closings: [{ fiscalYear: 2025 }] };
    const read = (cell: string) => readValueTable(lines(['指標番号', '2025'], ['A-1', cell]), ground(closed));
    expect(read('900')).toMatchObject({ problems: [], changes: [{ kind: 'unchanged' }] });
    expect(read('901').problems[0]?.message).toMatch(/締められている/);
    expect(read('―').problems[0]?.message).toMatch(/いまの値：900人/);
  });
});
