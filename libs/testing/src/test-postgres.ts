import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startLocalPostgres, type LocalPostgres } from '@kotae/servers';

/** One PostgreSQL for all `*.db.spec.ts` of a run; every test file makes a database of its own on it. */
export async function startTestPostgres(): Promise<LocalPostgres> {
  const server = await startLocalPostgres({
    dataDir: join(await mkdtemp(join(tmpdir(), 'kotae-test-')), 'postgres'),
    port: await freePort(),
    password: 'test',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  for (const role of ['kotae_portal', 'kotae_desk', 'kotae_worker', 'kotae_owner']) {
    await server.query(`create role ${role} login password 'test'${role === 'kotae_owner' ? ' createrole' : ''}`);
  }
  process.env['KOTAE_TEST_POSTGRES_PORT'] = String(server.port);
  return server;
}
