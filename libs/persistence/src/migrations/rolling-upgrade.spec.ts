import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Migrations that run on filled databases while programs of the release before them go on; the first ones met empty tables. */
const FIRST = 1789000000005;

/** What a migration's `up` would do to tables that are in use; empty when nothing. Statements as they stand in its file. */
function harm(source: string): string[] {
  const up = source.slice(0, source.search(/const DOWN\b|async down\b/));
  const made = new Set(
    [...up.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/gi)].map(([, name]) => name!.toLowerCase()),
  );
  const isNew = (name: string | undefined) => made.has((name ?? '').toLowerCase());
  const found: string[] = [];
  for (const [, concurrently, table] of up.matchAll(
    /CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?"?\w+"? ON (?:ONLY )?"?(\w+)"?/gi,
  )) {
    if (!isNew(table) && concurrently === undefined) found.push(`index on ${table}: CREATE INDEX CONCURRENTLY`);
  }
  if (/INDEX CONCURRENTLY/i.test(up)) {
    if (!/transaction = false/.test(source)) found.push('CONCURRENTLY needs `transaction = false`');
    if (!/DROP INDEX CONCURRENTLY IF EXISTS/i.test(up))
      found.push('a broken index of an earlier try is not dropped first');
  }
  for (const [, table, change] of up.matchAll(/ALTER TABLE (?:ONLY )?"?(\w+)"? ([^`;]*)/gi)) {
    if (isNew(table)) continue;
    if (/\bADD CONSTRAINT\b/i.test(change!) && !/NOT VALID/i.test(change!))
      found.push(`constraint on ${table}: NOT VALID`);
    if (/\bDROP (COLUMN|CONSTRAINT)\b|\bRENAME\b|\bTYPE\b|\bSET NOT NULL\b/i.test(change!)) {
      found.push(`${table}: the release before still uses what this takes away`);
    }
    if (/\bADD\b(?!.*\bDEFAULT\b).*\bNOT NULL\b/i.test(change!)) found.push(`${table}: NOT NULL without a default`);
    if (/\bDEFAULT (now|gen_random_uuid|random|clock_timestamp)/i.test(change!))
      found.push(`${table}: rewrites every row`);
  }
  if (/DROP TABLE|TRUNCATE/i.test(up)) found.push('the release before still uses what this takes away');
  return found;
}

describe('migrations run while people use the city', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d+-.*\.ts$/.test(name));

  it('there are some to look at', () => expect(files.length).toBeGreaterThan(4));

  it.each(files.filter((name) => Number.parseInt(name, 10) >= FIRST))('%s harms nobody', (name) => {
    expect(harm(readFileSync(join(import.meta.dirname, name), 'utf8'))).toEqual([]);
  });

  it.each([
    ['CREATE INDEX "x" ON "submission" ("body")', 'index on submission'],
    ['CREATE INDEX CONCURRENTLY "x" ON "submission" ("body")', 'transaction = false'],
    ['ALTER TABLE "opinion" ADD CONSTRAINT "f" FOREIGN KEY ("x") REFERENCES "y"("id")', 'NOT VALID'],
    ['ALTER TABLE "opinion" DROP COLUMN "topic"', 'takes away'],
    ['ALTER TABLE "opinion" RENAME COLUMN "topic" TO "t"', 'takes away'],
    ['ALTER TABLE "opinion" ADD "t" text NOT NULL', 'without a default'],
    ['ALTER TABLE "opinion" ADD "t" uuid NOT NULL DEFAULT gen_random_uuid()', 'rewrites'],
    ['DROP TABLE "reply"', 'takes away'],
  ])('%s would', (sql, words) => {
    expect(harm(`const UP = [\`${sql}\`]; const DOWN = []`).join()).toContain(words);
  });

  it.each([
    'CREATE TABLE "a" ("id" int); CREATE INDEX "x" ON "a" ("id")',
    `CREATE TABLE "a" ("id" int)\`, \`ALTER TABLE "a" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "opinion"("id")`,
    `ALTER TABLE "opinion" ADD "t" integer NOT NULL DEFAULT '1'`,
  ])('%s would not', (sql) => {
    expect(harm(`const UP = [\`${sql}\`]; const DOWN = []`)).toEqual([]);
  });
});
