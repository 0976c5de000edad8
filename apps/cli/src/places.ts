import { resolve } from 'node:path';

/** The repository (or installed) folder: two above `dist/apps/cli`. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** The bundle of one program. */
export function bundleOf(program: string): string {
  return resolve(ROOT, 'dist/apps', program, 'main.js');
}
