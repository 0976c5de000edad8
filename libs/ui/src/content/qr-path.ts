/** Rows of modules, true = dark. */
export type QrMatrix = readonly (readonly boolean[])[];

/** SVG path of the dark modules in module units; runs in a row become one rectangle. */
export function qrPath(matrix: QrMatrix): string {
  const parts: string[] = [];
  matrix.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && start < 0) start = x;
      if (!row[x] && start >= 0) {
        parts.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
        start = -1;
      }
    }
  });
  return parts.join('');
}
