import pg, { type Pool } from 'pg';
import type { DataSource } from 'typeorm';

// A `date` is a civil day, not an instant: keep it as `YYYY-MM-DD`.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** The node-postgres pool under a TypeORM data source, for prepared statements on hot paths. */
export function pgPool(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}
