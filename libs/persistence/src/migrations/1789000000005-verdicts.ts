import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What had been suggested when a submission was first sorted, beside what people decided: written with the decision, so
 * that a suggestion made later changes nothing in it.
 */
const UP = [
  `CREATE TABLE "suggestion_verdict" ("submission_id" uuid NOT NULL, "model_version" text NOT NULL, "decided_on" date NOT NULL, "proposed_count" smallint NOT NULL, "decided_count" smallint NOT NULL, "urgent" text, CONSTRAINT "PK_suggestion_verdict" PRIMARY KEY ("submission_id"))`,
  `CREATE INDEX "suggestion_verdict_day" ON "suggestion_verdict" ("decided_on", "submission_id")`,
  `ALTER TABLE "suggestion_verdict" ADD CONSTRAINT "FK_96bf40d6db428acabaa8aa8cc03" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,

  `CREATE TABLE "opinion_verdict" ("opinion_id" uuid NOT NULL, "submission_id" uuid NOT NULL, "model_version" text NOT NULL, "decided_on" date NOT NULL, "proposed_class" text, "class_permille" smallint, "proposed_topic" text, "topic_permille" smallint, "topic_place" smallint, "proposed_section" text, "decided_class" text NOT NULL, "decided_topic" text NOT NULL, "decided_section" text NOT NULL, CONSTRAINT "PK_opinion_verdict" PRIMARY KEY ("opinion_id"))`,
  `CREATE INDEX "opinion_verdict_day" ON "opinion_verdict" ("decided_on", "opinion_id")`,
  `ALTER TABLE "opinion_verdict" ADD CONSTRAINT "FK_b8469ea12967b48f239ed9bde34" FOREIGN KEY ("opinion_id") REFERENCES "opinion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,

  `GRANT SELECT, INSERT ON "suggestion_verdict", "opinion_verdict" TO kotae_desk, kotae_worker`,
];

const DOWN = [`DROP TABLE "opinion_verdict"`, `DROP TABLE "suggestion_verdict"`];

export class Verdicts1789000000005 implements MigrationInterface {
  name = 'Verdicts1789000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
