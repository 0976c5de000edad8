import type { DataSource } from 'typeorm';

/** Runs what is missing, each migration in a transaction of its own. Returns the names that ran. */
export async function migrate(owner: DataSource): Promise<string[]> {
  const ran = await owner.runMigrations({ transaction: 'each' });
  return ran.map((migration) => migration.name);
}

/** What the entities would still change in the database: empty when they and the migrations agree. */
export async function schemaDifferences(owner: DataSource): Promise<string[]> {
  const log = await owner.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}
