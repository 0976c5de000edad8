import { problemsOf } from './typed-values';

describe('the form of a typed value', () => {
  it('says what is wrong with every field at once', () => {
    expect(problemsOf('', '')).toEqual({
      value: '数字で入れてください（例：1,234.5）',
      sourceText: 'どこから得た数字かを書いてください',
    });
  });

  it('finds nothing wrong with a number and its source', () => {
    expect(problemsOf('1,040', '集計')).toEqual({ value: undefined, sourceText: undefined });
  });
});
