import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, writeCitySettings } from '@kotae/persistence';
import { freePort, startLocalPostgres, type LocalPostgres } from '@kotae/servers';
import type { DataSource } from 'typeorm';

/** A PostgreSQL of the benchmark's own, with fsync on, migrated, with a small city in it. */
export interface BenchCity {
  readonly server: LocalPostgres;
  readonly owner: DataSource;
  url(role: 'kotae_owner' | 'kotae_portal' | 'kotae_desk' | 'kotae_worker'): string;
  close(): Promise<void>;
}

export const BENCH_SECRET = 'a secret for benchmarks only, 32+ characters';
const DATABASE = 'kotae_bench';

export async function openBenchCity(): Promise<BenchCity> {
  const folder = await mkdtemp(join(tmpdir(), 'kotae-bench-'));
  const server = await startLocalPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    settings: { shared_buffers: '512MB', max_wal_size: '4GB', autovacuum: 'on' },
  });
  // A benchmark that fails half-way leaves no server behind.
  const endServer = () => process.kill(server.pid, 'SIGINT');
  process.once('exit', endServer);
  for (const role of ['kotae_owner', 'kotae_portal', 'kotae_desk', 'kotae_worker']) {
    await server.query(`create role ${role} login password 'bench'${role === 'kotae_owner' ? ' createrole' : ''}`);
  }
  await server.createDatabase(DATABASE, 'kotae_owner');
  await server.query('alter schema public owner to kotae_owner', DATABASE);
  const url = (role: string) => server.url(role, 'bench', DATABASE);
  const owner = await openDatabase({ url: url('kotae_owner'), poolSize: 34, applicationName: 'bench' });
  await migrate(owner);
  await writeCitySettings(owner, {
    name: 'こだま市',
    mayorName: '',
    deskName: '秘書広報課',
    deskPhone: '',
    deskPostalCode: '000-0000',
    deskAddress: '',
    deskEmail: 'desk@example.jp',
    districts: ['中央', '北町', '南町'],
    replyRule: { days: 14, unit: 'calendar' },
    extraHolidays: [],
    replySigner: 'こだま市長',
    maskForSections: true,
    urgentLines: [],
    publicWords: [],
    portalUrl: 'http://127.0.0.1',
    deskUrl: 'http://127.0.0.1',
  });
  await owner.query(
    `insert into section (id, name) select 'section-' || i, '第' || i || '課' from generate_series(1, 18) i`,
  );
  await owner.query(
    `insert into topic (code, name, section_id, sort) select 'topic-' || i, '分野' || i, 'section-' || (1 + i % 18), i from generate_series(1, 24) i`,
  );
  return {
    server,
    owner,
    url,
    close: async () => {
      process.off('exit', endServer);
      await owner.destroy();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
