import { randomBytes } from 'node:crypto';
import { migrate, openDatabase } from '@kotae/persistence';
import { LOCAL_SUPERUSER } from '@kotae/servers';
import pg from 'pg';
import type { DataSource } from 'typeorm';

export type TestRole = 'kotae_owner' | 'kotae_portal' | 'kotae_desk' | 'kotae_worker';

/** A database of its own for one test file, built by the migrations. */
export interface TestDatabase {
  readonly name: string;
  url(role: TestRole): string;
  /** An open connection pool as one of the product's roles; closed with the database. */
  as(role: TestRole): Promise<DataSource>;
  drop(): Promise<void>;
}

/** Call in `beforeAll`; call `drop` in `afterAll`. Needs the `db` tier of jest.config.mjs. */
export async function createTestDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const port = process.env['KOTAE_TEST_POSTGRES_PORT'];
  if (port === undefined) throw new Error('Name the test file *.db.spec.ts: only that tier starts a PostgreSQL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = (role: string, database = name) => `postgres://${role}:test@127.0.0.1:${port}/${database}`;
  await asAdmin(url(LOCAL_SUPERUSER, 'postgres'), `create database ${name} owner kotae_owner`);
  await asAdmin(url(LOCAL_SUPERUSER), 'alter schema public owner to kotae_owner');
  const open: DataSource[] = [];
  const as = async (role: TestRole) => {
    const source = await openDatabase({ url: url(role), poolSize: 8, applicationName: `test ${role}` });
    open.push(source);
    return source;
  };
  if (options.migrated !== false) await migrate(await as('kotae_owner'));
  return {
    name,
    url: (role) => url(role),
    as,
    drop: async () => {
      await Promise.all(open.filter((source) => source.isInitialized).map((source) => source.destroy()));
      await asAdmin(url(LOCAL_SUPERUSER, 'postgres'), `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
