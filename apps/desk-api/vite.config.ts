import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import { nodeProgram } from '../../infra/build/node-bundle.mjs';

/** The desk, and beside it the small program of the thread that sets letters and reports; what both use is one file. */
export default defineConfig(
  mergeConfig(nodeProgram({ entry: 'apps/desk-api/src/main.ts', outDir: 'dist/apps/desk-api' }), {
    build: {
      ssr: true,
      rolldownOptions: {
        input: {
          main: resolve(import.meta.dirname, 'src/main.ts'),
          typesetting: resolve(import.meta.dirname, 'src/typesetting.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  }),
);
