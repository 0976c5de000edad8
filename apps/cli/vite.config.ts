import { defineConfig, mergeConfig } from 'vite';
import { nodeProgram } from '../../infra/build/node-bundle.mjs';

/** Every command is a file of its own beside main.js, so that `help` does not load what `start` needs. */
export default defineConfig(
  mergeConfig(nodeProgram({ entry: 'apps/cli/src/main.ts', outDir: 'dist/apps/cli' }), {
    build: { rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js' } } },
  }),
);
