import type { DataSource } from 'typeorm';
import { isOutOfReach } from './pg-errors';

/** The database lacks migrations of this release. */
export class SchemaTooOld extends Error {
  constructor(readonly missing: readonly string[]) {
    super(
      'Database: データベースの形が、このプログラムより古いままです。「npm run kotae -- migrate」をすると始められます。' +
        ` / The database has not been migrated to this release: run "npm run kotae -- migrate" first (missing: ${missing.join(', ')}).`,
    );
    this.name = 'SchemaTooOld';
  }
}

/**
 * This release's migrations that have not run. Those of a later release do no harm: a release only adds what the one
 * before it does without. Before the first `migrate` of a release that grants it, the list cannot be read: all are missing.
 */
export async function missingMigrations(source: DataSource): Promise<string[]> {
  const mine = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  try {
    const rows: { name: string }[] = await source.query('select name from migration');
    const ran = new Set(rows.map(({ name }) => name));
    return mine.filter((name) => !ran.has(name));
  } catch (error) {
    if (isOutOfReach(error)) return mine;
    throw error;
  }
}

/** For a program's start and its readiness. @throws SchemaTooOld */
export async function requireSchema(source: DataSource): Promise<void> {
  const missing = await missingMigrations(source);
  if (missing.length > 0) throw new SchemaTooOld(missing);
}
