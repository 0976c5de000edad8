import 'reflect-metadata';
import { resolve } from 'node:path';
import { ThreadTypesetter } from '@kotae/documents';
import { errorFacts, makeLog } from '@kotae/http';
import { systemClock } from '@kotae/kernel';
import { openDatabase, requireSchema } from '@kotae/persistence';
import { createDeskServer } from './desk-server';
import { deskEnvironment } from './environment';

const log = makeLog('desk');

try {
  const environment = deskEnvironment(process.env);
  const source = await openDatabase({
    url: environment.DESK_DATABASE_URL,
    poolSize: environment.KOTAE_DESK_POOL,
    applicationName: 'kotae desk',
  });
  await requireSchema(source);
  const app = await createDeskServer({
    source,
    listenUrl: environment.DESK_DATABASE_URL,
    clock: systemClock,
    typesetter: new ThreadTypesetter(resolve(import.meta.dirname, 'typesetting.js')),
    log,
    secret: environment.KOTAE_SECRET,
    https: environment.KOTAE_HTTPS,
    trustProxy: environment.KOTAE_TRUST_PROXY > 0 ? environment.KOTAE_TRUST_PROXY : false,
    webFolder: environment.KOTAE_DESK_WEB ?? resolve(import.meta.dirname, '../desk-web'),
  });
  await app.listen(environment.KOTAE_DESK_PORT, environment.KOTAE_HOST);
  log.info({ port: environment.KOTAE_DESK_PORT }, 'listening');
} catch (error) {
  const message = error instanceof Error && /^(Environment|Database):/.test(error.message) ? error.message : undefined;
  log.fatal({ error: errorFacts(error), message }, 'the desk could not start');
  process.exit(1);
}
