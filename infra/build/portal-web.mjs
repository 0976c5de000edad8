/**
 * Builds the residents' pages: what the browser gets (style sheets, fonts, one small script, hashed names, a manifest)
 * into <out>/client, and the renderer that portal-api loads into <out>/server/main.js.
 * Usage: node infra/build/portal-web.mjs [--out dist/apps/portal-web]
 */
import { createHash } from 'node:crypto';
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { roomAliases } from './node-bundle.mjs';

const root = resolve(import.meta.dirname, '../..');
const source = (file) => resolve(root, 'apps/portal-web/src', file);
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/apps/portal-web' } } });
const out = resolve(root, values.out);
process.env.NODE_ENV = 'production';

const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: {
    alias: [
      { find: '@kotae/ui/styles', replacement: resolve(root, 'libs/ui/src/styles') },
      ...Object.entries(roomAliases).map(([find, replacement]) => ({ find, replacement })),
    ],
  },
};

await build({
  ...shared,
  build: {
    outDir: join(out, 'client'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: false,
    target: ['chrome109', 'safari16', 'firefox115'],
    rolldownOptions: {
      input: {
        script: source('client/main.ts'),
        portal: source('styles/portal.css'),
        fonts: source('styles/fonts.css'),
      },
    },
  },
});

await build({
  ...shared,
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: source('server.tsx'),
    outDir: join(out, 'server'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', format: 'es' } },
  },
});

await addIcon();
await compressAll(join(out, 'client/assets'));

/** The icon gets a hashed name like everything else, and a place in the manifest. */
async function addIcon() {
  const icon = source('styles/icon.svg');
  const hash = createHash('sha256')
    .update(await readFile(icon))
    .digest('hex')
    .slice(0, 8);
  const file = `assets/icon-${hash}.svg`;
  await copyFile(icon, join(out, 'client', file));
  const manifestPath = join(out, 'client/.vite/manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  await writeFile(manifestPath, JSON.stringify({ ...manifest, 'icon.svg': { file } }, null, 2));
}

/** Compressed once here instead of at every request. Fonts are compressed already. */
async function compressAll(dir) {
  for (const name of await readdir(dir)) {
    if (!/\.(?:css|js|svg)$/.test(name)) continue;
    const content = await readFile(join(dir, name));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(content, quality));
    await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
  }
}
