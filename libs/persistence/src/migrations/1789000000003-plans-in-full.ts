import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programmes beside indicators; who typed a value and where it came from; a closing belongs to a plan's year, because its
 * figures are frozen in one document; an index for searching public answers.
 */
const UP = [
  `CREATE TABLE "programme" ("id" text NOT NULL, "plan_id" text NOT NULL, "content" jsonb NOT NULL, "sort" smallint NOT NULL DEFAULT '0', CONSTRAINT "PK_programme" PRIMARY KEY ("id"))`,
  `CREATE INDEX "programme_plan" ON "programme" ("plan_id", "sort")`,
  `ALTER TABLE "programme" ADD CONSTRAINT "FK_04d4ef586a8e7c60bac31414c88" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `GRANT SELECT ON "programme" TO kotae_portal, kotae_desk, kotae_worker`,

  `ALTER TABLE "indicator_value" ADD "origin" text NOT NULL DEFAULT 'typed'`,
  `ALTER TABLE "indicator_value" ADD "author_id" uuid`,
  `GRANT SELECT ("origin") ON "indicator_value" TO kotae_portal`,

  `ALTER TABLE "closing" RENAME COLUMN "indicator_id" TO "plan_id"`,
  `ALTER INDEX "closing_indicator" RENAME TO "closing_plan_year"`,

  `CREATE INDEX "publication_grams" ON "publication" USING gin ("grams") WHERE state = 'published'`,
];

const DOWN = [
  `DROP INDEX "publication_grams"`,
  `ALTER INDEX "closing_plan_year" RENAME TO "closing_indicator"`,
  `ALTER TABLE "closing" RENAME COLUMN "plan_id" TO "indicator_id"`,
  `ALTER TABLE "indicator_value" DROP COLUMN "author_id"`,
  `ALTER TABLE "indicator_value" DROP COLUMN "origin"`,
  `DROP TABLE "programme"`,
];

export class PlansInFull1789000000003 implements MigrationInterface {
  name = 'PlansInFull1789000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
