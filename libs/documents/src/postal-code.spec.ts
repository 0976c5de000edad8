import { postalDigits, postalLine } from './postal-code';

describe('postal code', () => {
  it('is read however it is written', () => {
    expect(postalDigits('〒３１９－０１２３')).toBe('3190123');
    expect(postalDigits('319 0123')).toBe('3190123');
    expect(postalDigits('319-012')).toBeNull();
  });

  it('is printed one way, and as written when it is something else', () => {
    expect(postalLine('3190123')).toBe('〒319-0123');
    expect(postalLine('SW1A 1AA')).toBe('SW1A 1AA');
  });
});
