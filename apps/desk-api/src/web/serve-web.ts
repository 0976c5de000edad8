import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';

/** Paths that belong to the program; every other path is a page or a file of the desk's web. */
const OWN = /^\/(api|healthz|readyz|metrics)(\/|$)/;

/**
 * Serves the desk's pages. Files under `assets/` carry a hash in their names and are kept for a year; `index.html` is asked
 * for every time. A path without a file is a page of the single-page application.
 */
export async function serveWeb(app: NestFastifyApplication, folder: string, log: Logger): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    log.warn({}, 'the pages of the desk are not built: serving the API only');
    return;
  }
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, preCompressed: true });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    const path = decoded(request.url);
    if (path === null || OWN.test(path)) return reply.callNotFound();
    if (path.startsWith('/assets/')) {
      return reply.header('Cache-Control', 'public, max-age=31536000, immutable').sendFile(path.slice(1));
    }
    if (/\.[a-z0-9]{2,5}$/i.test(path)) return reply.header('Cache-Control', 'no-cache').sendFile(path.slice(1));
    return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
  });
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!);
  } catch {
    return null;
  }
}
