import 'reflect-metadata';
import { errorFacts, makeLog } from '@kotae/http';
import { systemClock } from '@kotae/kernel';
import { openDatabase, requireSchema } from '@kotae/persistence';
import { createPortal } from './create-portal';
import { readPortalEnvironment } from './environment';

const log = makeLog('portal');
try {
  const environment = readPortalEnvironment(process.env);
  const source = await openDatabase({
    url: environment.databaseUrl,
    poolSize: environment.connections,
    applicationName: 'kotae portal',
  });
  await requireSchema(source);
  const app = await createPortal({ source, environment, clock: systemClock, log });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onClose', () => source.destroy());
  await app.listen(environment.port, environment.host);
  log.info({ port: environment.port }, 'portal is open');
} catch (error) {
  const reason = error instanceof Error && /^(Environment|Database):/.test(error.message) ? error.message : undefined;
  log.fatal({ error: errorFacts(error), reason }, 'portal could not start');
  process.exit(1);
}
