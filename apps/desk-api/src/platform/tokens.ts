/** Names under which the platform hands out what every feature needs. */
export const SETUP = Symbol('DeskSetup');
export const DATABASE = Symbol('DataSource');
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Logger');
/** `UnitOfWork<CaseStores>`: a transaction with the stores of libs/casework. */
export const CASE_WORK = Symbol('UnitOfWork<CaseStores>');
