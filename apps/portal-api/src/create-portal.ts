import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { createServer, errorFacts } from '@kotae/http';
import type { Clock } from '@kotae/kernel';
import { PgSubmissionDoor, SubmissionLookUp, WaitingUploads, missingMigrations } from '@kotae/persistence';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { openApiDocument } from './api/open-api';
import { ProofOfWork } from './barrier/proof-of-work';
import { SubmissionBarrier } from './barrier/submission-barrier';
import { CityCache } from './city/city-cache';
import type { PortalEnvironment } from './environment';
import { ReceiptCookie } from './letter/receipt-cookie';
import { loadPortalWeb } from './pages/load-portal-web';
import { Pages } from './pages/pages';
import { PortalErrorFilter } from './pages/portal-error-filter';
import { PortalModule } from './portal.module';
import { PgPublicReading } from './public/pg-public-reading';
import { Reception } from './reception/reception';
import { LookUps } from './status/look-ups';
import { UploadCounter } from './uploads/upload-counter';

export interface PortalOptions {
  /** Open connections as the portal's database role. */
  readonly source: DataSource;
  readonly environment: PortalEnvironment;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The residents' side, put together: pages and API on one server. Not listening yet. */
export async function createPortal(options: PortalOptions): Promise<NestFastifyApplication> {
  const { source, environment, clock, log } = options;
  const { secret } = environment;
  const webDir = environment.webDir ?? resolve(import.meta.dirname, '../portal-web');
  const [city, web] = await Promise.all([CityCache.open(source), loadPortalWeb(webDir)]);
  city.keepFresh((error) => log.error({ error: errorFacts(error) }, 'city settings could not be read again'));

  const lookUp = new SubmissionLookUp(source);
  const waiting = new WaitingUploads(source);
  const barrier = new SubmissionBarrier(environment.freeSubmissionsPerMinute, new ProofOfWork(secret, clock), clock);
  const door = new PgSubmissionDoor(source);
  const pages = new Pages(web.render, web.assets, city);
  const app = await createServer({
    module: PortalModule.of({
      city,
      clock,
      reception: new Reception({ door, barrier, uploads: waiting, lookUp, city, clock, secret }),
      receipts: new ReceiptCookie(secret, clock, environment.https),
      uploads: new UploadCounter(waiting, clock),
      lookUps: new LookUps(lookUp, city, secret, clock),
      reading: new PgPublicReading(source, clock),
      pages,
      ready: async () => ((await missingMigrations(source)).length === 0 ? 'ok' : 'schema_too_old'),
      log,
    }),
    log,
    trustProxy: environment.trustProxy,
    https: environment.https,
  });
  app.useGlobalFilters(new PortalErrorFilter(pages, log));
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(fastifyStatic, {
    root: web.assetsDir,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  const document = JSON.stringify(openApiDocument(app, city.settings.name));
  const server = app.getHttpAdapter().getInstance();
  server.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('Cache-Control', 'public, max-age=300').send(document),
  );
  server.addHook('onClose', async () => city.stop());
  return app;
}
