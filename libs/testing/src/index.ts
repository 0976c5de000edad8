export { createTestDatabase } from './database';
export type { TestDatabase, TestRole } from './database';
export { FakeClock } from './fake-clock';
export { WaitInVain, waitFor } from './wait-for';
export { startMailSink } from './mail-sink';
export type { MailSink, ReceivedMail } from './mail-sink';
