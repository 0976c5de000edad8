import type { DataSource } from 'typeorm';

/**
 * In the roll-up a row with this in topic, section, channel and district is the sum over all of them, so that a number that
 * does not ask for these costs one row per month and class, however finely the letters are spread.
 */
export const ALL = '*';

/** Rows moved by one statement: small enough to commit in a blink, large enough to keep up with a campaign. */
const BATCH = 5_000;

/**
 * Moves deltas into the roll-up, batch by batch until none is left. Deltas leave and sums grow in one statement, so who
 * reads both in one statement sees every count exactly once, whenever it looks. Several may run: rows that another one
 * holds are skipped, and keys are written in one order, so that nobody waits in a circle.
 * @returns how many deltas were moved.
 */
export async function rollUpCounts(source: DataSource, batch = BATCH): Promise<number> {
  let moved = 0;
  for (;;) {
    const rows: { taken: number }[] = await source.query(ROLL_UP, [batch]);
    const taken = rows[0]?.taken ?? 0;
    moved += taken;
    if (taken < batch) return moved;
  }
}

const ROLL_UP = `
  with taken as (
    delete from count_delta where seq in (select seq from count_delta order by seq limit $1 for update skip locked)
    returning measure, month, class, outcome, topic, section_id, channel, district, n
  ), summed as (
    select measure, month, class, outcome, topic, section_id, channel, district, sum(n)::int as n
    from taken group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0
    union all
    select measure, month, class, outcome, '${ALL}', '${ALL}', '${ALL}', '${ALL}', sum(n)::int
    from taken group by 1, 2, 3, 4 having sum(n) <> 0
  ), rolled as (
    insert into count_rollup (measure, month, class, outcome, topic, section_id, channel, district, n)
    select * from summed order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (measure, month, class, outcome, topic, section_id, channel, district)
      do update set n = count_rollup.n + excluded.n
  )
  select count(*)::int as taken from taken`;
