import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // Each is dropped first: an earlier try may have left a broken one behind.
  `DROP INDEX CONCURRENTLY IF EXISTS "opinion_section_newest"`,
  `CREATE INDEX CONCURRENTLY "opinion_section_newest" ON "opinion" ("section_id", "received_on", "submission_id") WHERE withdrawn_at is null`,
  `DROP INDEX CONCURRENTLY IF EXISTS "submission_in_work"`,
  `CREATE INDEX CONCURRENTLY "submission_in_work" ON "submission" ("due_on", "id") WHERE state in ('triaged', 'answered')`,
  `DROP INDEX CONCURRENTLY IF EXISTS "reply_sending"`,
  `CREATE INDEX CONCURRENTLY "reply_sending" ON "reply" ("submission_id") WHERE state = 'sending'`,
  `DROP INDEX CONCURRENTLY IF EXISTS "submission_campaign_newest"`,
  `CREATE INDEX CONCURRENTLY "submission_campaign_newest" ON "submission" ("campaign_id", "received_on", "id") WHERE campaign_id is not null`,
  `DROP INDEX CONCURRENTLY IF EXISTS "submission_campaign"`,

  // Counting what waits reads the index alone where letters have been vacuumed: not only after a fifth more has arrived.
  `ALTER TABLE "submission" SET (autovacuum_vacuum_insert_scale_factor = 0.02)`,

  // Only people's decisions are judged, and people decide at the desk.
  `REVOKE INSERT ON "suggestion_verdict", "opinion_verdict" FROM kotae_worker`,
];

const DOWN = [
  `GRANT INSERT ON "suggestion_verdict", "opinion_verdict" TO kotae_worker`,
  `ALTER TABLE "submission" RESET (autovacuum_vacuum_insert_scale_factor)`,
  `CREATE INDEX "submission_campaign" ON "submission" ("campaign_id") WHERE campaign_id is not null`,
  `DROP INDEX "submission_campaign_newest"`,
  `DROP INDEX "reply_sending"`,
  `DROP INDEX "submission_in_work"`,
  `DROP INDEX "opinion_section_newest"`,
];

/**
 * The desk's reads with a hundred thousand letters that wait: none of them may grow with those. Built while letters come in,
 * so without a transaction; every statement may be run again.
 */
export class MuchWaiting1789000000008 implements MigrationInterface {
  name = 'MuchWaiting1789000000008';
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
