import type { Logger } from 'typeorm';

const nothing = () => undefined;

/** TypeORM prints statements and PostgreSQL's messages, which quote rows; what goes wrong is told by who catches it. */
export const quietLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
