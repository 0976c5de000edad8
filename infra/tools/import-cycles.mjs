import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Source files below a folder, specs included. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file that an import names: a relative one, or another room's index; null for npm packages and assets. */
function target(root, from, specifier) {
  const room = /^@kotae\/([a-z]+)$/.exec(specifier)?.[1];
  if (room !== undefined) return join(root, 'libs', room, 'src/index.ts');
  if (!specifier.startsWith('.')) return null;
  const base = resolve(dirname(from), specifier);
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(
    (file) => /\.tsx?$/.test(file) && existsSync(file),
  );
}

/**
 * Circles of files that import each other, each as a list of paths that begins and ends with the same file.
 * Types count too: a circle of types is a circle of thoughts.
 */
export async function findCycles(root) {
  const files = ['apps', 'libs'].flatMap((folder) => sources(join(root, folder)));
  const imports = new Map(
    files.map((file) => [
      file,
      ts
        .preProcessFile(readFileSync(file, 'utf8'), true, true)
        .importedFiles.map(({ fileName }) => target(root, file, fileName))
        .filter((found) => found != null),
    ]),
  );
  const cycles = [];
  const state = new Map();
  const path = [];
  const visit = (file) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].map((one) => relative(root, one)));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const next of imports.get(file) ?? []) visit(next);
    path.pop();
    state.set(file, 'done');
  };
  for (const file of files) visit(file);
  return cycles;
}
