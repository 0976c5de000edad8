import { bundleProgram } from '../build/node-bundle.mjs';

/** Jest does not map our rooms' names here, so the starter is bundled first (a quarter of a second). */
export default async function setup() {
  const outDir = 'var/test-tools';
  await bundleProgram({ entry: 'libs/testing/src/test-postgres.ts', outDir });
  const { startTestPostgres } = await import(new URL(`../../${outDir}/main.js`, import.meta.url).href);
  globalThis.kotaeTestPostgres = await startTestPostgres();
}
