export { freePort, portIsFree } from './free-port';
export { LOCAL_SUPERUSER, startLocalPostgres } from './postgres';
export type { LocalPostgres, LocalPostgresOptions } from './postgres';
