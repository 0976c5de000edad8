import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import { nodeProgram } from '../../infra/build/node-bundle.mjs';

/** The worker, and beside it the small program of its training threads; what both use is one file. */
export default defineConfig(
  mergeConfig(nodeProgram({ entry: 'apps/worker/src/main.ts', outDir: 'dist/apps/worker' }), {
    build: {
      ssr: true,
      rolldownOptions: {
        input: {
          main: resolve(import.meta.dirname, 'src/main.ts'),
          training: resolve(import.meta.dirname, 'src/training.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  }),
);
