import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** For specs: the tables of docs/permissions.md, so that the page cannot say anything else than the program does. */
const DOC = resolve(import.meta.dirname, '../../../../docs/permissions.md');

/** Cells of every row of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const text = readFileSync(DOC, 'utf8');
  const from = text.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`docs/permissions.md has no heading "${heading}"`);
  const rows = text
    .slice(from + 4)
    .split('\n## ', 1)[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  return rows.filter((_, i) => i !== 1);
}

/** Role → permissions, as the page prints them. */
export function documentedPermissions(): Record<string, string[]> {
  const [head, ...rows] = tableUnder('Roles and permissions');
  const roles = head!.slice(2);
  return Object.fromEntries(
    roles.map((role, i) => [role, rows.filter((row) => row[i + 2] === '●').map((row) => row[0]!)]),
  );
}

/** `GET /api/inbox inbox.read`, sorted. */
export function documentedEndpoints(): string[] {
  const [, ...rows] = tableUnder('Endpoints');
  return rows.map(([endpoint, asks]) => `${endpoint} ${asks}`).sort();
}
