import { createServer, type Server } from 'node:http';

/** `/healthz`: the process lives. `/readyz`: its database answers. `/metrics`: Prometheus' text format. */
export function healthServer(options: {
  readonly ready: () => Promise<unknown>;
  readonly metrics: { readonly contentType: string; read(): Promise<string> };
}): Server {
  const { ready, metrics } = options;
  const answers: Readonly<Record<string, () => Promise<{ type: string; text: string }>>> = {
    '/healthz': async () => ({ type: 'text/plain', text: 'ok\n' }),
    '/readyz': async () => {
      await ready();
      return { type: 'text/plain', text: 'ok\n' };
    },
    '/metrics': async () => ({ type: metrics.contentType, text: await metrics.read() }),
  };
  return createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    answer().then(
      ({ type, text }) => response.writeHead(200, { 'Content-Type': type }).end(text),
      () => response.writeHead(503, { 'Content-Type': 'text/plain' }).end('database\n'),
    );
  });
}
