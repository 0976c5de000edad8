import { numberProblem, readNumber } from './read-number';

describe('readNumber', () => {
  it('takes commas for thousands only, in full width too', () => {
    expect(readNumber('１，２３４．５')).toBe(1234.5);
    expect(readNumber('64.8％')).toBe(64.8);
    expect(readNumber('1,0,5')).toBeUndefined();
    expect(readNumber('１，０，５')).toBeUndefined();
  });

  it('says what is wrong', () => {
    expect(numberProblem('1,0,5')).toContain('桁区切り');
    expect(numberProblem('')).toBe('数字で入れてください（例：1,234.5）');
    expect(numberProblem('70')).toBeUndefined();
  });
});
