import 'reflect-metadata';
import { createTestDatabase, waitFor, type TestDatabase } from '@kotae/testing';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { databaseOptions } from './data-source';
import { migrate, migrateDown, type MigrationWait } from './migrate';
import { MigrationFailed } from './migration-failed';
import { MIGRATIONS } from './migrations/index';
import { SchemaTooOld, missingMigrations, requireSchema } from './schema-version';

class GoodStep1799000000001 implements MigrationInterface {
  name = 'GoodStep1799000000001';
  up = async (runner: QueryRunner) => void (await runner.query('create table good_step (id int)'));
  down = async (runner: QueryRunner) => void (await runner.query('drop table good_step'));
}

class BadStep1799000000002 implements MigrationInterface {
  name = 'BadStep1799000000002';
  up = async (runner: QueryRunner) => {
    await runner.query('create table half_a_step (id int)');
    await runner.query('alter table submission add column half text');
    await runner.query(`update submission set half = 'x'`);
    await runner.query('alter table no_such_table add column x int');
  };
  down = async () => undefined;
}

class TouchesLetters1799000000003 implements MigrationInterface {
  name = 'TouchesLetters1799000000003';
  up = async (runner: QueryRunner) => void (await runner.query('alter table submission add column touched text'));
  down = async (runner: QueryRunner) => void (await runner.query('alter table submission drop column touched'));
}

type Step = new () => MigrationInterface;

describe('migrating', () => {
  let database: TestDatabase;
  const open: DataSource[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(open.map((source) => source.destroy()));
    await database.drop();
  });

  const release = async (...steps: Step[]): Promise<DataSource> => {
    const options = databaseOptions({ url: database.url('kotae_owner'), poolSize: 3, applicationName: 'test release' });
    const source = await new DataSource({ ...options, migrations: [...MIGRATIONS, ...steps] }).initialize();
    open.push(source);
    return source;
  };
  const columns = async (source: DataSource): Promise<string[]> =>
    (
      await source.query(
        `select table_name || '.' || column_name as c from information_schema.columns where table_schema = 'public' order by 1`,
      )
    ).map(({ c }: { c: string }) => c);

  it('a step that fails is taken back as a whole; those before it stay, and it may be tried again', async () => {
    const before = await columns(await release());
    const failing = await release(GoodStep1799000000001, BadStep1799000000002);
    const failure = await migrate(failing).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MigrationFailed);
    expect(failure).toMatchObject({ migration: 'BadStep1799000000002', code: '42P01' });
    expect((failure as Error).message).toContain('no_such_table');
    expect(await columns(failing)).toEqual([...before, 'good_step.id'].sort());
    expect(await missingMigrations(failing)).toEqual(['BadStep1799000000002']);

    const put = await release(GoodStep1799000000001);
    expect(await migrateDown(put)).toBe('GoodStep1799000000001');
    expect(await columns(put)).toEqual(before);
  });

  it('gives way to who uses a table, and is done when they have ended', async () => {
    const source = await release(TouchesLetters1799000000003);
    const desk = await database.as('kotae_desk');
    const reading = desk.createQueryRunner();
    await reading.query('begin');
    await reading.query('select count(*) from submission');
    const waits: MigrationWait[] = [];
    const migrating = migrate(source, { lockTimeoutMs: 200, onWait: (why) => waits.push(why) });
    await waitFor('the migration to give way', async () => waits.length > 0);
    // In between, others read and write: nobody queues behind a migration that cannot begin.
    await desk.query(`select id from submission limit 1`);
    await reading.query('commit');
    await reading.release();
    expect(await migrating).toEqual(['TouchesLetters1799000000003']);
    expect(waits).toEqual(['table_in_use']);
    expect(await migrateDown(source)).toBe('TouchesLetters1799000000003');
  });

  it('says so when a table stays in use, and has changed nothing', async () => {
    const source = await release(TouchesLetters1799000000003);
    const reading = (await database.as('kotae_desk')).createQueryRunner();
    await reading.query('begin');
    await reading.query('select count(*) from submission');
    await expect(migrate(source, { lockTimeoutMs: 50, patienceMs: 400 })).rejects.toMatchObject({
      code: 'table_in_use',
    });
    await reading.query('commit');
    await reading.release();
    expect(await missingMigrations(source)).toEqual(['TouchesLetters1799000000003']);
  });

  it('two at the same time: one waits, each step runs once', async () => {
    const [one, other] = [await release(GoodStep1799000000001), await release(GoodStep1799000000001)];
    const ran = await Promise.all([migrate(one), migrate(other)]);
    expect(ran.flat()).toEqual(['GoodStep1799000000001']);
    await migrateDown(one);
  });

  it('the connection goes back with the limits of a program', async () => {
    const source = await release();
    await migrate(source);
    const runner = source.createQueryRunner();
    expect(await runner.query('show lock_timeout')).toEqual([{ lock_timeout: '0' }]);
    expect(await runner.query('show statement_timeout')).toEqual([{ statement_timeout: '1min' }]);
    expect(
      await runner.query(`select count(*)::int as n from pg_locks where locktype = 'advisory' and database =
      (select oid from pg_database where datname = current_database())`),
    ).toEqual([{ n: 0 }]);
    await runner.release();
  });

  it('a program of a later release refuses an earlier form; one of an earlier release takes a later form', async () => {
    const later = new DataSource({
      ...databaseOptions({ url: database.url('kotae_portal'), poolSize: 1, applicationName: 'test later' }),
      migrations: [...MIGRATIONS, GoodStep1799000000001],
    });
    open.push(await later.initialize());
    const refusal = await requireSchema(later).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SchemaTooOld);
    expect((refusal as Error).message).toContain('npm run kotae -- migrate');
    expect((refusal as SchemaTooOld).missing).toEqual(['GoodStep1799000000001']);

    const owner = await release(GoodStep1799000000001);
    await migrate(owner);
    await requireSchema(later);
    for (const role of ['kotae_portal', 'kotae_desk', 'kotae_worker'] as const) {
      await requireSchema(await database.as(role));
    }
    await migrateDown(owner);
  });

  it('a database that was migrated by a release which did not say so counts as too old', async () => {
    const owner = await database.as('kotae_owner');
    await owner.query('revoke select on migration from kotae_worker');
    await expect(requireSchema(await database.as('kotae_worker'))).rejects.toBeInstanceOf(SchemaTooOld);
    await migrate(owner);
    await requireSchema(await database.as('kotae_worker'));
  });
});
