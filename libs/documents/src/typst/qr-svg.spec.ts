import { qrSvg } from './qr-svg';

describe('QR code', () => {
  it('has a quiet zone of four modules and a finder pattern in its corner', () => {
    const svg = qrSvg('https://koe.example.jp/');
    const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    const cells = [...svg.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(Math.min(...cells.flat())).toBe(4);
    expect(Math.max(...cells.flat())).toBe(side - 5);
    for (let i = 4; i < 11; i += 1) expect(cells).toContainEqual([i, 4]);
    expect(cells).not.toContainEqual([5, 5]);
  });

  it('differs when the text differs', () => {
    expect(qrSvg('a')).not.toBe(qrSvg('b'));
  });
});
