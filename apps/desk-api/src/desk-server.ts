import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { createServer } from '@kotae/http';
import { LIMITS } from '@kotae/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { DeskSetup } from './platform/desk-setup';
import { serveWeb } from './web/serve-web';

/** The desk's program, not yet listening. */
export async function createDeskServer(setup: DeskSetup): Promise<NestFastifyApplication> {
  const app = await createServer({
    module: AppModule.with(setup),
    log: setup.log,
    trustProxy: setup.trustProxy,
    https: setup.https,
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: LIMITS.attachmentBytes, files: LIMITS.attachments, fields: 10, parts: 16, headerPairs: 50 },
  });
  // Answers hold personal data: no browser and no proxy keeps them.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
        void reply.header('cache-control', 'no-store');
      }
    });
  if (setup.webFolder !== null) await serveWeb(app, setup.webFolder, setup.log);
  return app;
}
