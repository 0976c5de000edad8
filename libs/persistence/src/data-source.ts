import './pg-pool';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities/index';
import { MIGRATIONS } from './migrations/index';
import { SnakeNaming } from './naming';
import { quietLogger } from './quiet-logger';

/** How one process connects to one cell's database. */
export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process. */
  readonly poolSize: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
}

/** TypeORM options of a cell: migrations only, never `synchronize`. */
export function databaseOptions(options: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    logger: quietLogger,
    // Statements never run for minutes: a stuck query is an error that someone sees.
    extra: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000, connectionTimeoutMillis: 5_000 },
  };
}

/** Opens a cell's database. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  return new DataSource(databaseOptions(options)).initialize();
}
