import type {
  CountFilter,
  CountedOpinion,
  DayRange,
  MonthCount,
  OpinionCursor,
  OpinionPage,
  YearCount,
} from '@kotae/indicators';
import { OPINION_CLASSES, OUTCOMES, fiscalYearMonths } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { ALL } from './counting';

/** Opinions counted per fiscal year, first to last inclusive. */
export async function countByYear(
  tx: EntityManager,
  filter: CountFilter,
  first: number,
  last: number,
): Promise<YearCount[]> {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const key = `extract(year from month - interval '3 months')::int as "fiscalYear"`;
  return counts(tx, filter, years.flatMap(fiscalYearMonths), key);
}

/** Opinions counted per month of a fiscal year. */
export async function countByMonth(tx: EntityManager, filter: CountFilter, fiscalYear: number): Promise<MonthCount[]> {
  return counts(tx, filter, fiscalYearMonths(fiscalYear), `to_char(month, 'YYYY-MM') as month`);
}

/**
 * The roll-up plus what is not rolled up yet, in one statement. Months, classes and outcomes are always named one by one, so
 * that each is found by the roll-up's key. `key` is a fixed expression over `month`, never anything from outside.
 */
async function counts<T>(tx: EntityManager, filter: CountFilter, months: readonly string[], key: string): Promise<T[]> {
  const values: unknown[] = [
    filter.measure,
    months.map((month) => `${month}-01`),
    filter.classes ?? OPINION_CLASSES,
    filter.measure === 'class' ? [''] : (filter.outcomes ?? OUTCOMES),
  ];
  const narrowed = narrow(filter, values, {
    channels: 'channel',
    topics: 'topic',
    sectionIds: 'section_id',
    districts: 'district',
  });
  const where = `measure = $1 and month = any($2::date[]) and class = any($3::text[]) and outcome = any($4::text[])${narrowed}`;
  const rows =
    narrowed === ''
      ? `topic = '${ALL}' and section_id = '${ALL}' and channel = '${ALL}' and district = '${ALL}'`
      : `topic <> '${ALL}'`;
  return tx.query(
    `select ${key}, sum(n)::int as count
     from (select month, n from count_rollup where ${where} and ${rows}
           union all select month, n from count_delta where ${where}) counted
     group by 1 order by 1`,
    values,
  );
}

/** A page of the opinions whose facts make a number, newest counted day first. */
export async function listOpinionsBehind(
  tx: EntityManager,
  filter: CountFilter,
  range: DayRange,
  after: OpinionCursor | null,
  limit: number,
): Promise<OpinionPage> {
  const byClass = filter.measure === 'class';
  const day = byClass ? 'received_on' : 'outcome_on';
  const values: unknown[] = [
    byClass ? (filter.classes ?? OPINION_CLASSES) : (filter.outcomes ?? OUTCOMES),
    range.first,
    range.last,
    after?.countedOn ?? null,
    after?.opinionId ?? null,
    limit + 1,
  ];
  const narrowed = narrow(filter, values, {
    ...(byClass ? {} : { classes: 'o.class' }),
    channels: 'o.channel',
    topics: 'o.topic',
    sectionIds: 'o.section_id',
    districts: 'o.district',
  });
  // One walk along the index per class or outcome, none longer than the page; the page is merged from them.
  const items: CountedOpinion[] = await tx.query(
    `select found.* from unnest($1::text[]) code cross join lateral (
         select o.id as "opinionId", o.${day} as "countedOn", o.class, ${byClass ? 'null::text' : 'o.outcome'} as outcome,
                o.topic, o.section_id as "sectionId", o.channel, o.district
         from opinion o
         where o.${byClass ? 'class' : 'outcome'} = code and o.withdrawn_at is null and o.${day} between $2::date and $3::date
           and ($4::date is null or (o.${day}, o.id) < ($4::date, $5::uuid))${narrowed}
         order by o.${day} desc, o.id desc limit $6
       ) found order by found."countedOn" desc, found."opinionId" desc limit $6`,
    values,
  );
  const page = items.slice(0, limit);
  const end = page.at(-1);
  const more = items.length > limit && end !== undefined;
  return { items: page, next: more ? { countedOn: end.countedOn, opinionId: end.opinionId } : null };
}

/** ` and column = any($n)` for every list that the filter has; the lists are added to `values`. */
function narrow(
  filter: CountFilter,
  values: unknown[],
  columns: Partial<Record<Exclude<keyof CountFilter, 'measure'>, string>>,
): string {
  let sql = '';
  for (const [name, column] of Object.entries(columns) as [Exclude<keyof CountFilter, 'measure'>, string][]) {
    const list = filter[name];
    if (list === undefined) continue;
    values.push(list);
    sql += ` and ${column} = any($${values.length}::text[])`;
  }
  return sql;
}
