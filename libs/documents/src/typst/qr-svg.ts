import { create } from 'qrcode';

/**
 * A QR code as SVG, one unit per module, with the quiet zone of four modules that ISO/IEC 18004 asks for.
 * Error correction M (about 15 %): enough for paper that gets folded.
 */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const side = modules.size + quiet * 2;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" shape-rendering="crispEdges" d="${path}"/></svg>`
  );
}
