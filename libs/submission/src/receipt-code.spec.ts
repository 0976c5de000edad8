import { hashReceiptCode, makeReceiptCode, readReceiptCode } from './receipt-code';

const code = makeReceiptCode('city secret', 'key-1');

describe('receipt code', () => {
  it('is the same for a retry, another for another key or city', () => {
    expect(makeReceiptCode('city secret', 'key-1')).toBe(code);
    expect(makeReceiptCode('city secret', 'key-2')).not.toBe(code);
    expect(makeReceiptCode('other secret', 'key-1')).not.toBe(code);
  });
  it('carries at least 60 bits in an unambiguous alphabet', () => {
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{4}$/);
    expect(13 * Math.log2(31)).toBeGreaterThanOrEqual(60);
  });
  it('is understood as people type it', () => {
    const fullWidth = code.toLowerCase().replace(/[0-9a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    for (const typed of [
      code,
      code.replaceAll('-', ''),
      ` ${code.toLowerCase()} `,
      fullWidth,
      code.replaceAll('-', 'ー'),
    ]) {
      expect(readReceiptCode(typed)).toBe(code);
    }
  });
  it('finds every single wrong symbol and every swap of neighbours', () => {
    const symbols = code.replaceAll('-', '');
    for (let i = 0; i < symbols.length; i++) {
      for (const other of '23456789ABCDEFGHJKMNPQRSTUVWXYZ') {
        if (other === symbols[i]) continue;
        expect(readReceiptCode(symbols.slice(0, i) + other + symbols.slice(i + 1))).toBeNull();
      }
      if (i + 1 < symbols.length && symbols[i] !== symbols[i + 1]) {
        expect(readReceiptCode(symbols.slice(0, i) + symbols[i + 1] + symbols[i] + symbols.slice(i + 2))).toBeNull();
      }
    }
    expect(readReceiptCode('')).toBeNull();
    expect(readReceiptCode('O0O0O-11111-IIII')).toBeNull();
  });
  it('is kept as a keyed hash only', () => {
    expect(hashReceiptCode('a', code).equals(hashReceiptCode('b', code))).toBe(false);
    expect(hashReceiptCode('a', code)).toHaveLength(32);
  });
});
