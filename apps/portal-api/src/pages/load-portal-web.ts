import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageFrame, RenderPortalPage } from '@kotae/contracts';

export interface PortalWeb {
  readonly render: RenderPortalPage;
  readonly assets: PageFrame['assets'];
  /** Folder of the files served under `/assets/`. */
  readonly assetsDir: string;
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
  readonly src?: string;
}

/** Loads the built pages by path, at start: the two programs are built and tested apart. */
export async function loadPortalWeb(webDir: string): Promise<PortalWeb> {
  const dir = resolve(webDir);
  const bundle: unknown = await import(/* @vite-ignore */ pathToFileURL(resolve(dir, 'server/main.js')).href);
  const render = (bundle as { render?: unknown }).render;
  if (typeof render !== 'function') throw new Error('portal-web exports no render function');
  const manifest = JSON.parse(await readFile(resolve(dir, 'client/.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const entries = Object.values(manifest);
  const path = (file: string) => `/${file}`;
  return {
    render: render as RenderPortalPage,
    assets: {
      css: entries
        .flatMap((entry) => (entry.isEntry ? [...(entry.css ?? []), ...(isCss(entry.file) ? [entry.file] : [])] : []))
        .map(path),
      js: entries.filter((entry) => entry.isEntry && !isCss(entry.file)).map((entry) => path(entry.file)),
      icon: entries.filter((entry) => entry.file.endsWith('.svg')).map((entry) => path(entry.file))[0] ?? null,
    },
    assetsDir: resolve(dir, 'client/assets'),
  };
}

const isCss = (file: string) => file.endsWith('.css');
