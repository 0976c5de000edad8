import react from '@vitejs/plugin-react';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { roomAliases } from '../../infra/build/node-bundle.mjs';

const here = import.meta.dirname;
const outDir = resolve(here, '../../dist/apps/desk-web');

/** Compressed copies beside each script and style sheet, made once instead of at every request. */
function compressedCopies(): Plugin {
  return {
    name: 'kotae:compressed-copies',
    apply: 'build',
    closeBundle() {
      const assets = resolve(outDir, 'assets');
      for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const content = readFileSync(resolve(assets, name));
        writeFileSync(resolve(assets, `${name}.br`), brotliCompressSync(content));
        writeFileSync(resolve(assets, `${name}.gz`), gzipSync(content));
      }
    },
  };
}

/** The staff's web: files only, served by desk-api under a policy that allows nothing inline and nothing from outside. */
export default defineConfig({
  root: here,
  plugins: [react(), compressedCopies()],
  resolve: { alias: roomAliases },
  build: {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    // `data:` addresses are not allowed for fonts, and many small ones would bloat the first load.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5181,
    proxy: { '/api': `http://127.0.0.1:${process.env['KOTAE_DESK_PORT'] ?? '8081'}` },
  },
});
