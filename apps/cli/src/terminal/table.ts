import { columns, padTo } from './width';

/** Rows in columns that line up, two spaces before and between. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, columns(cell));
    });
  return rows.map((row) => `  ${row.map((cell, i) => padTo(cell, widths[i]!)).join('  ')}`.trimEnd()).join('\n');
}
