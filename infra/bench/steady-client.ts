import { connect } from 'node:net';

export interface ClientResult {
  /** Answers a second. */
  readonly rate: number;
  readonly latenciesMs: readonly number[];
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Keeps `connections` keep-alive connections busy, one request at a time on each. It does as little as a client can, because on
 * two cores the client's own work is taken from the server's. Any answer but `expectedStatus` is an error.
 */
export async function steadyClient(options: {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly expectedStatus: number;
  /** The whole request as it goes over the wire. */
  readonly nextRequest: () => string;
}): Promise<ClientResult> {
  const latenciesMs: number[] = [];
  const until = performance.now() + options.seconds * 1000;
  const ok = `HTTP/1.1 ${options.expectedStatus} `;
  await Promise.all(Array.from({ length: options.connections }, () => one()));
  return { rate: latenciesMs.length / options.seconds, latenciesMs };

  function one(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(options.port, '127.0.0.1');
      socket.setNoDelay(true);
      let started = 0;
      let pending: Buffer = Buffer.alloc(0);
      const send = () => {
        started = performance.now();
        if (started >= until) {
          socket.end();
          return resolve();
        }
        socket.write(options.nextRequest());
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const headEnd = pending.indexOf(HEAD_END);
        if (headEnd === -1) return;
        const head = pending.toString('latin1', 0, headEnd);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
        if (!head.startsWith(ok) || Number.isNaN(length))
          return reject(new Error(`unexpected answer: ${head.split('\r\n')[0]}`));
        if (pending.length < headEnd + 4 + length) return;
        pending = Buffer.alloc(0);
        latenciesMs.push(performance.now() - started);
        send();
      });
    });
  }
}
