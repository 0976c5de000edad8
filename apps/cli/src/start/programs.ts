import { freePort } from '@kotae/servers';
import { bundleOf } from '../places';
import type { DatabaseUrls, LauncherEnvironment } from './environment';

/** One program of the product, as the launcher runs it. */
export interface Program {
  readonly name: 'portal' | 'desk' | 'worker';
  readonly label: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 once the program can work. */
  readonly readyUrl: string;
}

/**
 * Variables that no program gets from the launcher's own environment: each gets its own database role and no other, and
 * only the worker the mail server, the queue and the second voice.
 */
const WITHHELD =
  /^(DATABASE_URL|\w+_DATABASE_URL|SMTP_URL|REDIS_URL|KOTAE_SECOND_VOICE_\w+|KOTAE_TAKE_OVER_FROM|PG[A-Z]+|npm_\w+|INIT_CWD|NODE_OPTIONS)$/;

/**
 * For the worker, which trains models beside its other work: what is thrown away is collected early, and long arrays go back
 * to the system at once. Without these it holds twice the memory.
 */
const FRUGAL = {
  NODE_OPTIONS: '--max-semi-space-size=4',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

/** The three programs, each with its own role's connection only. */
export async function programs(
  environment: LauncherEnvironment,
  urls: DatabaseUrls,
  secret: string,
  inherited: Readonly<Record<string, string | undefined>>,
): Promise<Program[]> {
  const shared: Record<string, string> = {};
  for (const [name, value] of Object.entries(inherited)) {
    if (value !== undefined && !WITHHELD.test(name)) shared[name] = value;
  }
  Object.assign(shared, {
    NODE_ENV: 'production',
    KOTAE_DATA: environment.data,
    KOTAE_HOST: environment.host,
    KOTAE_PORTAL_PORT: String(environment.portalPort),
    KOTAE_DESK_PORT: String(environment.deskPort),
    KOTAE_SECRET: secret,
  });
  const workerPort = await freePort();
  const ready = (port: number) => `http://${reachable(environment.host)}:${port}/readyz`;
  return [
    {
      name: 'portal',
      label: '市民のページ (portal)',
      main: bundleOf('portal-api'),
      env: { ...shared, PORTAL_DATABASE_URL: urls.portal },
      readyUrl: ready(environment.portalPort),
    },
    {
      name: 'desk',
      label: '職員のページ (desk)',
      main: bundleOf('desk-api'),
      env: { ...shared, DESK_DATABASE_URL: urls.desk },
      readyUrl: ready(environment.deskPort),
    },
    {
      name: 'worker',
      label: '裏方 (worker)',
      main: bundleOf('worker'),
      env: {
        ...shared,
        ...FRUGAL,
        ...(inherited['REDIS_URL'] ? { REDIS_URL: inherited['REDIS_URL'] } : {}),
        ...(inherited['SMTP_URL'] ? { SMTP_URL: inherited['SMTP_URL'] } : {}),
        ...secondVoiceOf(inherited),
        WORKER_DATABASE_URL: urls.worker,
        KOTAE_WORKER_PORT: String(workerPort),
      },
      readyUrl: ready(workerPort),
    },
  ];
}

function secondVoiceOf(inherited: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const own = Object.entries(inherited).flatMap(([name, value]) =>
    name.startsWith('KOTAE_SECOND_VOICE_') && value !== undefined ? [[name, value]] : [],
  );
  return Object.fromEntries(own) as Record<string, string>;
}

/** Where this machine reaches a program that listens on `host`. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
