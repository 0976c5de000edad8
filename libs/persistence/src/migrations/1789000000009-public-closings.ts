import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closed years as the residents' page shows them: the numbers of the city's own plans, by month where opinions were counted.
 * Neither the opinions behind them nor who closed the year leave the database. `figures` is null for a record whose bytes do
 * not fit their digest.
 */
const UP = [
  `CREATE VIEW public_closing AS
     SELECT c.plan_id, c.fiscal_year, c.closed_at, c.sha256,
       CASE WHEN encode(sha256(convert_to(c.content, 'UTF8')), 'hex') = c.sha256 THEN
         (SELECT coalesce(jsonb_agg((f.figure - 'opinions') || jsonb_build_object('months',
            (SELECT coalesce(jsonb_agg(jsonb_build_object('month', m.month, 'count', m.count) ORDER BY m.month), '[]')
             FROM (SELECT left(o ->> 'countedOn', 7) AS month, count(*) AS count
                   FROM jsonb_array_elements(f.figure -> 'opinions') o
                   WHERE o ->> 'countedOn' BETWEEN c.fiscal_year || '-04-01' AND c.fiscal_year + 1 || '-03-31'
                   GROUP BY 1) m))), '[]')
          FROM jsonb_array_elements(c.content::jsonb -> 'figures') AS f (figure))
       END AS figures
     FROM closing c JOIN plan p ON p.id = c.plan_id AND p.own`,
  `GRANT SELECT ON public_closing TO kotae_portal`,
];

const DOWN = [`DROP VIEW public_closing`];

export class PublicClosings1789000000009 implements MigrationInterface {
  name = 'PublicClosings1789000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
