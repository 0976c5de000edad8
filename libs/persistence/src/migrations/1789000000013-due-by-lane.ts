import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reactions that go out as mail, as libs/jobs calls them. A spec of the deliveries looks whether both still agree. */
const MAILS = `'{acknowledge,mail-reply,mail-urgent,alarm-unseen}'::text[]`;

const UP = [
  // Each is dropped first: an earlier try may have left a broken one behind.
  `DROP INDEX CONCURRENTLY IF EXISTS "delivery_due_work"`,
  `CREATE INDEX CONCURRENTLY "delivery_due_work" ON "delivery" ("next_try_at") WHERE state = 'pending' and reaction <> all (${MAILS})`,
  `DROP INDEX CONCURRENTLY IF EXISTS "delivery_due_mail"`,
  `CREATE INDEX CONCURRENTLY "delivery_due_mail" ON "delivery" ("next_try_at") WHERE state = 'pending' and reaction = any (${MAILS})`,
  `DROP INDEX CONCURRENTLY IF EXISTS "submission_band_newest"`,
  `CREATE INDEX CONCURRENTLY "submission_band_newest" ON "submission_band" ("band", "submission_id")`,
  `DROP INDEX CONCURRENTLY IF EXISTS "submission_band_key"`,
];

const DOWN = [
  `CREATE INDEX "submission_band_key" ON "submission_band" ("band")`,
  `DROP INDEX "submission_band_newest"`,
  `DROP INDEX "delivery_due_mail"`,
  `DROP INDEX "delivery_due_work"`,
];

/**
 * Due mails and other due work are found without walking past each other, and the newest letters that share a key without
 * its old ones. Built while letters come in, so without a transaction; every statement may be run again.
 */
export class DueByLane1789000000013 implements MigrationInterface {
  name = 'DueByLane1789000000013';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Building waits for transactions that began before; nobody waits behind it meanwhile.
    const [{ lock_timeout: before }] = await runner.query('SHOW lock_timeout');
    await runner.query(`SET lock_timeout = '5min'`);
    try {
      for (const statement of UP) await runner.query(statement);
    } finally {
      await runner.query(`SET lock_timeout = '${before}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
