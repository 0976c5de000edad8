import { defineConfig } from 'vite';
import { nodeProgram } from '../../infra/build/node-bundle.mjs';

export default defineConfig(nodeProgram({ entry: 'apps/desk-api/src/main.ts', outDir: 'dist/apps/desk-api' }));
