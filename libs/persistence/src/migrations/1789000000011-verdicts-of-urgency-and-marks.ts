import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people decide about urgency and about marks of personal information, beside what had been proposed; and what a second
 * voice had said beside the own model. Decisions of before are not judged: nobody could say then that a letter is not urgent.
 */
const UP = [
  `CREATE TABLE "urgency_verdict" ("seq" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "submission_id" uuid NOT NULL, "model_version" text, "rules" text, "decided_on" date NOT NULL, "proposed" text, "decided" text, "at_triage" boolean NOT NULL, CONSTRAINT "PK_urgency_verdict" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "urgency_verdict_day" ON "urgency_verdict" ("decided_on", "submission_id")`,
  `CREATE INDEX "urgency_verdict_submission" ON "urgency_verdict" ("submission_id", "seq")`,
  `ALTER TABLE "urgency_verdict" ADD CONSTRAINT "FK_33dcdf91d603dac08634d6e1baf" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,

  `CREATE TABLE "pii_verdict" ("publication_id" uuid NOT NULL, "kind" text NOT NULL, "decided_on" date NOT NULL, "kept" smallint NOT NULL, "removed" smallint NOT NULL, "added" smallint NOT NULL, "rewritten" smallint NOT NULL, CONSTRAINT "PK_pii_verdict" PRIMARY KEY ("publication_id", "kind"))`,
  `CREATE INDEX "pii_verdict_day" ON "pii_verdict" ("decided_on", "publication_id")`,
  `ALTER TABLE "pii_verdict" ADD CONSTRAINT "FK_e44fc5bb38f4730ff8adcfb7482" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "publication" ADD "hidden" jsonb NOT NULL DEFAULT '[]'`,

  `ALTER TABLE "opinion_verdict" ADD "voice" text`,
  `ALTER TABLE "opinion_verdict" ADD "own_class" text`,
  `ALTER TABLE "opinion_verdict" ADD "voice_class" text`,
  `ALTER TABLE "opinion_verdict" ADD "own_topic" text`,
  `ALTER TABLE "opinion_verdict" ADD "voice_topic" text`,

  `GRANT SELECT, INSERT ON "urgency_verdict", "pii_verdict" TO kotae_desk`,
];

const DOWN = [
  ...['voice_topic', 'own_topic', 'voice_class', 'own_class', 'voice'].map(
    (column) => `ALTER TABLE "opinion_verdict" DROP COLUMN "${column}"`,
  ),
  `ALTER TABLE "publication" DROP COLUMN "hidden"`,
  `DROP TABLE "pii_verdict"`,
  `DROP TABLE "urgency_verdict"`,
];

export class VerdictsOfUrgencyAndMarks1789000000011 implements MigrationInterface {
  name = 'VerdictsOfUrgencyAndMarks1789000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
