export { freePort, portIsFree } from './free-port';
export { LOCAL_SUPERUSER, startLocalPostgres } from './postgres';
export type { LocalPostgres, LocalPostgresOptions } from './postgres';
export { startLocalRedis } from './redis';
export type { LocalRedis } from './redis';
