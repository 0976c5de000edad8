import type { ValueChangeView } from '@kotae/contracts';
import { checkWords, valueWords } from './table-words';

const change = (kind: ValueChangeView['kind']): ValueChangeView => ({
  line: 2,
  indicatorId: 'i',
  indicatorName: '指標',
  unit: '件',
  fiscalYear: 2026,
  kind,
  before: null,
  after: 1,
  sourceText: null,
});

describe('words of a checked table', () => {
  it('counts what would happen, and names taking back and problems only when there are any', () => {
    expect(checkWords({ lines: 2, changes: [change('new'), change('unchanged')], problems: [], moreProblems: 0 })).toBe(
      '2行を読みました。新しい値 1、変わる値 0、変わらない値 1。',
    );
    const problems = [{ line: 3, column: null, message: 'x' }];
    const found = { lines: 1200, changes: [change('taken_back'), change('changed')], problems };
    expect(checkWords({ ...found, moreProblems: 0 })).toBe(
      '1,200行を読みました。新しい値 0、変わる値 1、なくす値 1、変わらない値 0、直すところ 1。',
    );
    expect(checkWords({ ...found, moreProblems: 1234 })).toContain('直すところ 1,235。');
  });

  it('says that there is no value instead of an empty cell', () => {
    expect(valueWords(null, '件')).toBe('値なし');
    expect(valueWords(0, '件')).toBe('0件');
  });
});
