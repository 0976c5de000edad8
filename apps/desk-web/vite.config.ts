import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { roomAliases } from '../../infra/build/node-bundle.mjs';

const here = import.meta.dirname;

/** The staff's web: files only, served by desk-api under a policy that allows nothing inline and nothing from outside. */
export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: { alias: roomAliases },
  build: {
    outDir: resolve(here, '../../dist/apps/desk-web'),
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
