import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The npm package that carries Node 24 for a kind of machine (optionalDependencies in package.json). */
export function nodePackage(platform = process.platform, arch = process.arch) {
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** The Node 24 that came with `npm ci`, or this process's own Node when that is 24 or newer; null when there is neither. */
export function node24(root) {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const installed = join(root, 'node_modules', nodePackage(), file);
  if (existsSync(installed)) return installed;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** The environment in which `node` means that Node 24, for tools that call `node` by name. */
export function node24Environment(node) {
  const delimiter = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, PATH: [join(node, '..'), process.env['PATH'] ?? ''].join(delimiter) };
}
