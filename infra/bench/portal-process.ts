import { freePort } from '@kotae/servers';
import { startChild, type ChildProgram } from './child-program';
import { BENCH_SECRET } from './city';

/** The portal as it is shipped, with the bot barrier wide open. */
export async function startPortal(databaseUrl: string): Promise<ChildProgram> {
  const port = await freePort();
  return startChild('portal-api', port, {
    PORTAL_DATABASE_URL: databaseUrl,
    KOTAE_SECRET: BENCH_SECRET,
    KOTAE_PORTAL_PORT: String(port),
    KOTAE_FREE_SUBMISSIONS_PER_MINUTE: '1000000000',
  });
}
