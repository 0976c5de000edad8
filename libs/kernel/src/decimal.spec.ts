import { readDecimal } from './decimal';

describe('readDecimal', () => {
  it.each([
    ['105', 105],
    ['1,234.5', 1234.5],
    ['１，２３４．５', 1234.5],
    ['1,234,567', 1_234_567],
    ['▲3', -3],
    ['－0', 0],
    ['+12', 12],
  ])('reads %s', (text, value) => {
    expect(readDecimal(text)).toBe(value);
  });

  it.each(['1,0,5', '１，０，５', '12,34', '1,2345', ',105', '105,', '1,,000'])('refuses the commas of %s', (text) => {
    expect(readDecimal(text)).toBe('misplaced_comma');
  });

  it.each(['', '概ね70', '1.2.3', '1e5', ',', '3-4', '--3'])('does not take %j for a number', (text) => {
    expect(readDecimal(text)).toBe('no_number');
  });
});
