export { createTestDatabase } from './database';
export type { TestDatabase, TestRole } from './database';
export { FakeClock } from './fake-clock';
export { waitFor } from './wait-for';
