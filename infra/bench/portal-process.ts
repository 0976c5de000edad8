import { spawn } from 'node:child_process';
import { freePort } from '@kotae/servers';
import { BENCH_SECRET } from './city';

export interface PortalProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The portal as it is shipped: dist/apps/portal-api in a process of its own, with the bot barrier wide open. */
export async function startPortal(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<PortalProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/apps/portal-api/main.js'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORTAL_DATABASE_URL: databaseUrl,
      KOTAE_SECRET: BENCH_SECRET,
      KOTAE_PORTAL_PORT: String(port),
      KOTAE_FREE_SUBMISSIONS_PER_MINUTE: '1000000000',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; ; i++) {
    const ready = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) break;
    if (i > 200 || child.exitCode !== null) throw new Error('the portal did not become ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
