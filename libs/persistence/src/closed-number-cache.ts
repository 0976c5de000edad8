import { closedDefinitions, closedFigure, thawYear, type ClosingSummary } from '@kotae/indicators';
import type { EntityManager } from 'typeorm';

type ClosedNumbers = Pick<ClosingSummary, 'figures' | 'definitions'>;

/** Closings whose numbers are kept in memory; a city closes a handful of plans a year. */
const MOST = 200;
const known = new Map<string, ClosedNumbers>();

/**
 * The numbers of a kept record without the lists behind them. A record never changes and its lists may be long, so it is
 * read and checked against its digest once per program; whoever opens the record itself (`closing`) reads it anew.
 */
export async function closedNumbersOf(
  tx: EntityManager,
  planId: string,
  fiscalYear: number,
  sha256: string,
): Promise<ClosedNumbers> {
  const kept = known.get(sha256);
  if (kept !== undefined) return kept;
  const [row]: { content: string }[] = await tx.query(
    'select content from closing where plan_id = $1 and fiscal_year = $2',
    [planId, fiscalYear],
  );
  const frozen = thawYear(row?.content ?? '', sha256);
  const numbers = { figures: frozen.content.figures.map(closedFigure), definitions: closedDefinitions(frozen) };
  const [oldest] = known.keys();
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
  known.set(sha256, numbers);
  return numbers;
}
