import {
  thawYear,
  type ClosingHead,
  type ClosingSummary,
  type CountFilter,
  type DayRange,
  type DefinitionChange,
  type FrozenYear,
  type Indicator,
  type IndicatorStore,
  type IndicatorWork,
  type MonthCount,
  type OpinionCursor,
  type OpinionPage,
  type Plan,
  type PlanBook,
  type Programme,
  type SourceNames,
  type TypedValue,
  type YearCount,
} from '@kotae/indicators';
import { DomainError, fiscalYearLabel, newId } from '@kotae/kernel';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { readDefinitionChanges, saveDefinition } from './definition-store';
import { closedSummaries } from './closed-number-cache';
import { countByMonth, countByYear, listOpinionsBehind } from './indicator-counts';
import { isLockTimeout, isUniqueViolation } from './pg-errors';
import { readSourceNames } from './source-names';

/** Who reads: the public does not learn who typed a value. */
export type IndicatorReader = 'staff' | 'public';

/** Whoever else writes to a plan is waited for so long, with a connection in hand; then people are told. */
const PATIENCE_MS = 10_000;

/** Transactions for the indicators' use cases. Every read of one sees the same state of the database. */
export function indicatorWork(
  source: DataSource,
  reader: IndicatorReader = 'staff',
  patienceMs = PATIENCE_MS,
): IndicatorWork {
  return {
    run: (work) =>
      source.transaction('REPEATABLE READ', (tx) => work({ indicators: new PgIndicatorStore(tx, reader) })),
    alone: (planId, work) =>
      alone(source, planId, patienceMs, (tx) => work({ indicators: new PgIndicatorStore(tx, reader) })),
  };
}

/**
 * The lock is waited for before the transaction begins, because its state of the database is that of its first statement:
 * a wait inside would read what was before it. Once inside, the lock is handed to the transaction and ends with it.
 */
async function alone<T>(
  source: DataSource,
  planId: string,
  patienceMs: number,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  const name = [`plan ${planId}`];
  let handed = true;
  try {
    await lock(runner, name, patienceMs);
    handed = false;
    return await runner.manager.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', name);
      await tx.query('select pg_advisory_unlock(hashtextextended($1, 0))', name);
      handed = true;
      return work(tx);
    });
  } finally {
    // The connection goes back to the pool: it must not take the lock along. One that is broken has lost it already.
    if (!handed) await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
  }
}

/** @throws DomainError `conflict` when somebody else has it for too long. */
async function lock(runner: QueryRunner, name: readonly string[], patienceMs: number): Promise<void> {
  await runner.query(`set lock_timeout = ${patienceMs}`);
  try {
    await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [...name]);
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    throw new DomainError(
      'conflict',
      'ほかの人がこの計画を変更しているところです。少し待ってから、もう一度お試しください。',
    );
  } finally {
    // A connection that is broken does not go back to the pool.
    await runner.query('reset lock_timeout').catch(() => undefined);
  }
}

/** `IndicatorStore` of libs/indicators. A number is the roll-up plus what is not rolled up yet, read in one statement. */
export class PgIndicatorStore implements IndicatorStore {
  /** Read once: all reads of a transaction see one state. */
  #names: Promise<SourceNames> | null = null;
  readonly #records = new Map<string, Promise<FrozenYear | null>>();

  constructor(
    private readonly tx: EntityManager,
    private readonly reader: IndicatorReader = 'staff',
  ) {}

  async plans(): Promise<Plan[]> {
    return contents(await this.tx.query('select content from plan order by sort, id'));
  }

  async plan(planId: string): Promise<Plan | null> {
    const rows: Content<Plan>[] = await this.tx.query('select content from plan where id = $1', [planId]);
    return rows[0]?.content ?? null;
  }

  async programmes(planId: string): Promise<Programme[]> {
    return contents(
      await this.tx.query('select content from programme where plan_id = $1 order by sort, id', [planId]),
    );
  }

  async indicatorsOf(planId: string): Promise<Indicator[]> {
    return contents(
      await this.tx.query('select content from indicator where plan_id = $1 order by sort, id', [planId]),
    );
  }

  async indicator(indicatorId: string): Promise<Indicator | null> {
    const rows: Content<Indicator>[] = await this.tx.query('select content from indicator where id = $1', [
      indicatorId,
    ]);
    return rows[0]?.content ?? null;
  }

  async addPlans(book: PlanBook): Promise<void> {
    const [last]: { sort: number }[] = await this.tx.query('select coalesce(max(sort), 0)::int as sort from plan');
    const place = (last?.sort ?? 0) + 1;
    await this.tx.query(
      `insert into plan (id, content, own, sort)
       select x.id, x.content, x.own, x.sort from jsonb_to_recordset($1::jsonb) as x(id text, content jsonb, own boolean, sort smallint)
       on conflict (id) do nothing`,
      [JSON.stringify(book.plans.map((plan, i) => ({ id: plan.id, content: plan, own: plan.own, sort: place + i })))],
    );
    for (const [table, rows] of [
      ['programme', book.programmes],
      ['indicator', book.indicators],
    ] as const) {
      await this.tx.query(
        `insert into ${table} (id, plan_id, content, sort)
         select x.id, x.plan_id, x.content, x.sort from jsonb_to_recordset($1::jsonb) as x(id text, plan_id text, content jsonb, sort smallint)
         on conflict (id) do nothing`,
        [JSON.stringify(rows.map((row) => ({ id: row.id, plan_id: row.planId, content: row, sort: row.order })))],
      );
    }
  }

  async typedValues(indicatorIds: readonly string[]): Promise<TypedValue[]> {
    const author = this.reader === 'staff' ? 'author_name' : `''`;
    const rows: TypedRow[] = await this.tx.query(
      `select seq, indicator_id as "indicatorId", fiscal_year as "fiscalYear", value::float8 as value, printed,
              source_text as "sourceText", origin, ${author} as author, recorded_at as "recordedAt"
       from indicator_value where indicator_id = any($1) order by seq`,
      [indicatorIds],
    );
    return rows.map(({ seq, ...row }) => ({ ...row, id: seq.padStart(20, '0'), authorId: null }));
  }

  async appendTypedValues(values: readonly TypedValue[]): Promise<void> {
    const rows = values.map((v) => ({
      indicator_id: v.indicatorId,
      fiscal_year: v.fiscalYear,
      value: v.value,
      printed: v.printed ?? null,
      source_text: v.sourceText,
      author_name: v.author,
      author_id: v.authorId,
      origin: v.origin,
      recorded_at: v.recordedAt,
    }));
    await this.tx.query(
      `insert into indicator_value (indicator_id, fiscal_year, value, printed, source_text, author_name, author_id, origin, recorded_at)
       select indicator_id, fiscal_year, value, printed, source_text, author_name, author_id, origin, recorded_at
       from jsonb_to_recordset($1::jsonb) as x(indicator_id text, fiscal_year smallint, value numeric, printed text,
         source_text text, author_name text, author_id uuid, origin text, recorded_at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }

  yearlyCounts(filter: CountFilter, first: number, last: number): Promise<YearCount[]> {
    return countByYear(this.tx, filter, first, last);
  }

  monthlyCounts(filter: CountFilter, fiscalYear: number): Promise<MonthCount[]> {
    return countByMonth(this.tx, filter, fiscalYear);
  }

  opinionsBehind(
    filter: CountFilter,
    range: DayRange,
    after: OpinionCursor | null,
    limit: number,
  ): Promise<OpinionPage> {
    return listOpinionsBehind(this.tx, filter, range, after, limit);
  }

  async closings(planId: string): Promise<ClosingSummary[]> {
    const [table, by] = this.reader === 'staff' ? ['closing', 'closed_by'] : ['public_closing', `''`];
    const heads: ClosingHead[] = await this.tx.query(
      `select plan_id as "planId", fiscal_year as "fiscalYear", closed_at as "closedAt", ${by} as "closedBy", sha256
       from ${table} where plan_id = $1 order by fiscal_year`,
      [planId],
    );
    return closedSummaries(this.tx, heads, this.reader);
  }

  closing(planId: string, fiscalYear: number): Promise<FrozenYear | null> {
    const key = `${planId} ${fiscalYear}`;
    const record = this.#records.get(key) ?? this.#record(planId, fiscalYear);
    this.#records.set(key, record);
    return record;
  }

  async #record(planId: string, fiscalYear: number): Promise<FrozenYear | null> {
    const rows: { content: string; sha256: string }[] = await this.tx.query(
      'select content, sha256 from closing where plan_id = $1 and fiscal_year = $2',
      [planId, fiscalYear],
    );
    return rows[0] === undefined ? null : thawYear(rows[0].content, rows[0].sha256);
  }

  sourceNames(): Promise<SourceNames> {
    this.#names ??= readSourceNames(this.tx);
    return this.#names;
  }

  definitionChanges(planId: string): Promise<DefinitionChange[]> {
    return readDefinitionChanges(this.tx, planId);
  }

  saveDefinition(change: DefinitionChange): Promise<void> {
    return saveDefinition(this.tx, change);
  }

  async unsortedSubmissions({ first, last }: DayRange): Promise<number> {
    const [row]: { n: number }[] = await this.tx.query(
      `select count(*)::int as n from submission where state = 'received' and received_on between $1 and $2`,
      [first, last],
    );
    return row?.n ?? 0;
  }

  async appendClosing({ content, canonical, sha256 }: FrozenYear): Promise<void> {
    this.#records.clear();
    try {
      await this.tx.query(
        `insert into closing (id, plan_id, fiscal_year, closed_at, closed_by, content, sha256) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), content.planId, content.fiscalYear, content.closedAt, content.closedBy, canonical, sha256],
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('conflict', `${fiscalYearLabel(content.fiscalYear)}はすでに締められています。`);
    }
  }
}

interface Content<T> {
  readonly content: T;
}
type TypedRow = Omit<TypedValue, 'id' | 'authorId'> & { readonly seq: string };

function contents<T>(rows: readonly Content<T>[]): T[] {
  return rows.map((row) => row.content);
}
