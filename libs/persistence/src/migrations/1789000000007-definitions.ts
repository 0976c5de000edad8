import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the city itself changes about plans and indicators, with what was there before. What became of an opinion is read
 * from the opinion by the public page, too: a decision after publishing shows there, and the published wording stays.
 */
const UP = [
  `CREATE TABLE "plan_change" ("seq" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "plan_id" text NOT NULL, "about" text NOT NULL, "about_id" text NOT NULL, "version" integer NOT NULL, "kind" text NOT NULL, "before" jsonb, "after" jsonb NOT NULL, "reason" text NOT NULL, "author_name" text NOT NULL, "author_id" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_plan_change" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "plan_change_plan" ON "plan_change" ("plan_id", "seq")`,
  `CREATE UNIQUE INDEX "plan_change_version" ON "plan_change" ("about", "about_id", "version")`,
  `GRANT SELECT, INSERT ON "plan_change" TO kotae_desk`,
  `GRANT SELECT ON "plan_change" TO kotae_worker`,

  `CREATE OR REPLACE VIEW public_answer AS
     SELECT p.id, p.title, p.question, p.answer, p.topic, t.name AS topic_name, c.name AS section_name,
            CASE WHEN o.id IS NULL THEN p.outcome ELSE o.outcome END AS outcome,
            p.received_on, p.answered_on, p.published_on, p.grams, o.outcome_on
     FROM publication p JOIN topic t ON t.code = p.topic JOIN section c ON c.id = p.section_id
       LEFT JOIN opinion o ON o.id = p.opinion_ids[1] AND o.withdrawn_at IS NULL
     WHERE p.state = 'published'`,
];

const DOWN = [
  `DROP VIEW public_answer`,
  `CREATE VIEW public_answer AS
     SELECT p.id, p.title, p.question, p.answer, p.topic, t.name AS topic_name, c.name AS section_name, p.outcome,
            p.received_on, p.answered_on, p.published_on, p.grams
     FROM publication p JOIN topic t ON t.code = p.topic JOIN section c ON c.id = p.section_id
     WHERE p.state = 'published'`,
  `GRANT SELECT ON public_answer TO kotae_portal, kotae_desk, kotae_worker`,
  `DROP TABLE "plan_change"`,
];

export class Definitions1789000000007 implements MigrationInterface {
  name = 'Definitions1789000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
