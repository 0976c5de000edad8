/**
 * Bundles one program for Node: our rooms go into one file, npm packages stay outside.
 * Decorator metadata is kept, because Nest and class-validator read it.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export const roomAliases = Object.fromEntries(
  readdirSync(resolve(root, 'libs')).map((room) => [`@kotae/${room}`, resolve(root, 'libs', room, 'src/index.ts')]),
);

/** The rules of this room come with large weights: a program that asks for one small rule does not carry the others'. */
const moduleSideEffects = (id) => !id.startsWith(resolve(root, 'libs/classification/src'));

/** Vite's configuration for a program; `entry` and `outDir` are relative to the repository. */
export function nodeProgram({ entry, outDir, fileName = 'main.js', watch = false }) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: roomAliases },
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    ssr: { noExternal: [/^@kotae\//] },
    build: {
      ssr: resolve(root, entry),
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      watch: watch ? {} : null,
      rolldownOptions: {
        output: { entryFileNames: fileName, format: 'es' },
        treeshake: { moduleSideEffects },
      },
    },
  };
}

export async function bundleProgram(options) {
  await build(nodeProgram(options));
}
