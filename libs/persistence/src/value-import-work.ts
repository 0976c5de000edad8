import type { IndicatorStores, TypedValue, ValueBook } from '@kotae/indicators';
import type { UnitOfWork } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { PgIndicatorStore } from './indicator-store';

/**
 * Transactions of an import. READ COMMITTED, because what is read after `alone` must be what others committed while it waited;
 * the lock keeps it so until the end.
 */
export function valueImportWork(source: DataSource): UnitOfWork<IndicatorStores & { readonly values: ValueBook }> {
  return {
    run: (work) =>
      source.transaction('READ COMMITTED', (tx) =>
        work({ indicators: new PgIndicatorStore(tx), values: new PgValueBook(tx) }),
      ),
  };
}

class PgValueBook implements ValueBook {
  constructor(private readonly tx: EntityManager) {}

  async alone(planId: string): Promise<void> {
    await this.tx.query(`select pg_advisory_xact_lock(hashtextextended('plan values ' || $1::text, 0))`, [planId]);
  }

  async append(values: readonly TypedValue[]): Promise<void> {
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
}
