import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { MigrationFailed } from './migration-failed';
import { DATABASE_ROLES } from './migrations/1789000000002-rights';
import { driverError } from './pg-errors';

/** Why a migration has not begun yet. */
export type MigrationWait = 'another_migration' | 'table_in_use';

export interface MigrateOptions {
  /** Hears, once each, what is being waited for. */
  readonly onWait?: (why: MigrationWait) => void;
  /** For how long another migration or a table in use is waited for; in milliseconds. */
  readonly patienceMs?: number;
  /** For how long one step waits for a table, and residents behind it; in milliseconds. */
  readonly lockTimeoutMs?: number;
}

/** Name of the lock, "kotae" in ASCII: one migration at a time on one database. */
const LOCK = 0x6b6f746165;
const PATIENCE_MS = 300_000;
/**
 * Half of PostgreSQL's `deadlock_timeout`: where a migration and a reader wait for each other, the migration gives way
 * before PostgreSQL looks for someone to refuse.
 */
const LOCK_TIMEOUT_MS = 500;
/** An index over a million letters takes a while; a program's statement never does. */
const STATEMENT_TIMEOUT = '30min';
const LOOK_AGAIN_MS = 250;
/** A table could not be locked in time, or two waited for each other: nothing is wrong, it was only busy. */
const BUSY = new Set(['55P03', '40P01']);

/**
 * Runs what is missing while the programs go on, each migration in a transaction of its own. A step that cannot have its
 * table within `lockTimeoutMs` gives way to those who use it and is tried again. Returns the names that ran.
 * @throws MigrationFailed: the migration that failed left nothing behind, those before it stay.
 */
export async function migrate(owner: DataSource, options: MigrateOptions = {}): Promise<string[]> {
  return alone(owner, options, async (runner, patience) => {
    const executor = executorOf(owner, runner);
    const before = await namesOf(executor);
    await patience('table_in_use', async () => {
      try {
        await executor.executePendingMigrations();
        return true;
      } catch (error) {
        const { code } = driverError(error);
        if (code !== null && BUSY.has(code)) return false;
        throw await failed(executor, error);
      }
    });
    await grantReading(runner);
    return (await namesOf(executor)).filter((name) => !before.includes(name));
  });
}

/** Takes the last migration back. Returns its name; null when there is none. @throws MigrationFailed */
export async function migrateDown(owner: DataSource, options: MigrateOptions = {}): Promise<string | null> {
  return alone(owner, options, async (runner, patience) => {
    const executor = executorOf(owner, runner);
    const last = (await namesOf(executor)).at(-1) ?? null;
    if (last === null) return null;
    await patience('table_in_use', async () => {
      try {
        await executor.undoLastMigration();
        return true;
      } catch (error) {
        const reason = driverError(error);
        if (reason.code !== null && BUSY.has(reason.code)) return false;
        throw new MigrationFailed(last, reason, error);
      }
    });
    return last;
  });
}

/** What the entities would still change in the database: empty when they and the migrations agree. */
export async function schemaDifferences(owner: DataSource): Promise<string[]> {
  const log = await owner.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}

type Patience = (why: MigrationWait, attempt: () => Promise<boolean>) => Promise<void>;

/** Works on one connection that holds the lock, with the time limits of a migration. */
async function alone<T>(
  owner: DataSource,
  options: MigrateOptions,
  work: (runner: QueryRunner, patience: Patience) => Promise<T>,
): Promise<T> {
  const { patienceMs = PATIENCE_MS, lockTimeoutMs = LOCK_TIMEOUT_MS, onWait } = options;
  const patience: Patience = async (why, attempt) => {
    const until = performance.now() + patienceMs;
    let told = false;
    while (!(await attempt())) {
      if (!told) onWait?.(why);
      told = true;
      if (performance.now() > until) throw new MigrationFailed(null, { code: why, message: null });
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  const runner = owner.createQueryRunner('master');
  try {
    await patience('another_migration', async () => {
      const rows: { mine: boolean }[] = await runner.query('select pg_try_advisory_lock($1) as mine', [LOCK]);
      return rows[0]!.mine;
    });
    try {
      await runner.query(`set lock_timeout = ${Math.round(lockTimeoutMs)}`);
      await runner.query(`set statement_timeout = '${STATEMENT_TIMEOUT}'`);
      return await work(runner, patience);
    } finally {
      await letGo(runner);
    }
  } finally {
    await runner.release();
  }
}

/** A connection that was lost has let go by itself. */
async function letGo(runner: QueryRunner): Promise<void> {
  for (const sql of ['reset lock_timeout', 'reset statement_timeout', `select pg_advisory_unlock(${LOCK})`]) {
    await runner.query(sql).catch(() => undefined);
  }
}

function executorOf(owner: DataSource, runner: QueryRunner): MigrationExecutor {
  const executor = new MigrationExecutor(owner, runner);
  executor.transaction = 'each';
  return executor;
}

/** The migrations that have run, in their order. */
async function namesOf(executor: MigrationExecutor): Promise<string[]> {
  const executed = await executor.getExecutedMigrations();
  return executed.sort((a, b) => (a.id ?? 0) - (b.id ?? 0)).map(({ name }) => name);
}

async function failed(executor: MigrationExecutor, error: unknown): Promise<MigrationFailed> {
  const [pending] = await executor.getPendingMigrations().catch(() => []);
  return new MigrationFailed(pending?.name ?? null, driverError(error), error);
}

/** The programs compare the migrations that have run with their own (`requireSchema`). */
async function grantReading(runner: QueryRunner): Promise<void> {
  const rows: { role: string }[] = await runner.query('select rolname as role from pg_roles where rolname = any($1)', [
    DATABASE_ROLES,
  ]);
  if (rows.length > 0) await runner.query(`grant select on migration to ${rows.map(({ role }) => role).join(', ')}`);
}
