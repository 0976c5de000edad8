import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search by bigrams: every submission that holds all (or some) of a query's grams, without reading the others. */
export class Search1789000000004 implements MigrationInterface {
  name = 'Search1789000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "submission_search_grams" ON "submission_search" USING gin ("grams")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "submission_search_grams"');
  }
}
