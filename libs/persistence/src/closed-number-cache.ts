import {
  closedSummary,
  damagedRecord,
  thawYear,
  type ClosingHead,
  type ClosingSummary,
  type MonthCount,
} from '@kotae/indicators';
import type { EntityManager } from 'typeorm';

type ClosedNumbers = Pick<ClosingSummary, 'figures' | 'definitions' | 'months'>;

/** Closings whose numbers are kept in memory; a city closes a handful of plans a year. */
const MOST = 200;
const known = new Map<string, ClosedNumbers>();

/**
 * The numbers of kept records without the lists behind them. A record never changes and its lists may be long, so it is
 * read and checked against its digest once per program; whoever opens the record itself (`closing`) reads it anew. The
 * public reads what the database leaves of it: no list, no name. Throws `wrong_state` for a record that was tampered with.
 */
export async function closedSummaries(
  tx: EntityManager,
  heads: readonly ClosingHead[],
  reader: 'staff' | 'public',
): Promise<ClosingSummary[]> {
  const keyOf = ({ sha256 }: Pick<ClosingHead, 'sha256'>) => `${reader} ${sha256}`;
  const found = new Map(heads.flatMap((head) => present(head.sha256, known.get(keyOf(head)))));
  const missing = heads.filter(({ sha256 }) => !found.has(sha256));
  if (missing.length > 0)
    for (const [sha256, numbers] of await (reader === 'staff' ? readRecords : readPublic)(tx, missing)) {
      found.set(sha256, numbers);
      const [oldest] = known.keys();
      if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
      known.set(keyOf({ sha256 }), numbers);
    }
  return heads.flatMap((head) => present(head, found.get(head.sha256)).map(([, numbers]) => ({ ...head, ...numbers })));
}

function present<K>(key: K, numbers: ClosedNumbers | undefined): [K, ClosedNumbers][] {
  return numbers === undefined ? [] : [[key, numbers]];
}

async function readRecords(tx: EntityManager, heads: readonly ClosingHead[]): Promise<Map<string, ClosedNumbers>> {
  const rows: { content: string; sha256: string }[] = await tx.query(
    'select content, sha256 from closing where plan_id = any($1) and sha256 = any($2)',
    [heads.map((head) => head.planId), heads.map((head) => head.sha256)],
  );
  return new Map(rows.map(({ content, sha256 }) => [sha256, closedSummary(thawYear(content, sha256))]));
}

type PublicFigure = ClosingSummary['figures'][number] & {
  readonly definition?: ClosingSummary['definitions'][number];
  readonly months: readonly MonthCount[];
};

async function readPublic(tx: EntityManager, heads: readonly ClosingHead[]): Promise<Map<string, ClosedNumbers>> {
  const rows: { sha256: string; figures: PublicFigure[] | null }[] = await tx.query(
    'select sha256, figures from public_closing where plan_id = any($1) and sha256 = any($2)',
    [heads.map((head) => head.planId), heads.map((head) => head.sha256)],
  );
  return new Map(rows.map(({ sha256, figures }) => [sha256, publicNumbers(figures)]));
}

function publicNumbers(figures: readonly PublicFigure[] | null): ClosedNumbers {
  if (figures === null) throw damagedRecord();
  return {
    figures: figures.map(({ definition: _definition, months: _months, ...figure }) => figure),
    definitions: figures.flatMap(({ definition }) => definition ?? []),
    months: new Map(figures.map(({ indicatorId, months }) => [indicatorId, months])),
  };
}
