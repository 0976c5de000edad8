import { LIMITS } from '@kotae/kernel';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import type { Logger } from 'pino';
import { errorFacts } from './log';
import { ProblemFilter } from './problem-filter';
import { securityHeaders } from './security-headers';
import { validation } from './validation';

export interface ServerOptions {
  readonly module: Type | DynamicModule;
  readonly log: Logger;
  /** Proxies in front whose `X-Forwarded-For` is believed: a number of hops, or false. */
  readonly trustProxy: number | false;
  /** True when the city serves the program over https: HSTS and `upgrade-insecure-requests`. */
  readonly https: boolean;
}

/**
 * A Nest application on Fastify with what every face of the product shares: strict headers, problem details, validated
 * bodies, a request log without personal data, a clean end on SIGTERM.
 */
export async function createServer(options: ServerOptions): Promise<NestFastifyApplication> {
  const hops = options.trustProxy;
  const adapter = new FastifyAdapter({
    trustProxy: hops === false ? false : (_address, hop) => hop < hops,
    bodyLimit: LIMITS.jsonBodyBytes,
    requestTimeout: 120_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger: false,
    abortOnError: false,
  });
  const headers = securityHeaders(options.https);
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  app.useGlobalFilters(new ProblemFilter(options.log));
  app.useGlobalPipes(validation());
  app.enableShutdownHooks();
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (reply.statusCode >= 500)
      options.log.error({ method: request.method, route, status: reply.statusCode }, 'request');
    done();
  });
  process.on('unhandledRejection', (error) => options.log.error({ error: errorFacts(error) }, 'unhandled rejection'));
  return app;
}
