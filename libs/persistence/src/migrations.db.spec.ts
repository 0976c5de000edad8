import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import { migrate, schemaDifferences } from './migrate';
import { MIGRATIONS } from './migrations/index';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  afterAll(() => database.drop());

  it('build what the entities declare, go down to nothing, and come up again', async () => {
    const owner = await database.as('kotae_owner');
    expect(await migrate(owner)).toHaveLength(MIGRATIONS.length);
    expect(await schemaDifferences(owner)).toEqual([]);
    expect(await migrate(owner)).toEqual([]);

    for (const _ of MIGRATIONS) await owner.undoLastMigration({ transaction: 'each' });
    const left = await owner.query(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and relkind in ('r', 'v', 'S') and relname not in ('migration', 'migration_id_seq')`,
    );
    expect(left).toEqual([]);

    await migrate(owner);
    expect(await schemaDifferences(owner)).toEqual([]);
  });
});
