import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a city edits itself: versions against two who edit at once, merged sections, its own finer classes, and who changed what. */
const UP = [
  `ALTER TABLE "city" ADD "version" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "section" ADD "version" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "section" ADD "merged_into" text`,
  `ALTER TABLE "topic" ADD "version" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "opinion" ADD "finer_class" text`,
  `CREATE TABLE "city_change" ("seq" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor_id" uuid, "actor_name" text NOT NULL, "area" text NOT NULL, "kind" text NOT NULL, "details" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "PK_city_change" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "city_change_area" ON "city_change" ("area", "seq")`,
  `GRANT SELECT, INSERT ON "city_change" TO kotae_desk`,
  `GRANT SELECT ON "city_change" TO kotae_worker`,
];

const DOWN = [
  `DROP TABLE "city_change"`,
  `ALTER TABLE "opinion" DROP COLUMN "finer_class"`,
  `ALTER TABLE "topic" DROP COLUMN "version"`,
  `ALTER TABLE "section" DROP COLUMN "merged_into"`,
  `ALTER TABLE "section" DROP COLUMN "version"`,
  `ALTER TABLE "city" DROP COLUMN "version"`,
];

export class CityEdits1789000000006 implements MigrationInterface {
  name = 'CityEdits1789000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
