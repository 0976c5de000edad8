import { isDay, isId, type DayString } from '@kotae/kernel';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../casework/keyset-cursor';
import type { SqlValues } from '../casework/sql-values';

/** One submission behind a figure. The text is the resident's: mask it. */
export interface LetterBehind {
  readonly submissionId: string;
  readonly receiptNumber: string;
  readonly decidedOn: DayString;
  readonly beginning: string;
  readonly pii: readonly { readonly start: number; readonly end: number }[];
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const PLACE = [(day: unknown) => typeof day === 'string' && isDay(day), isId];

/**
 * The letters of some verdicts, newest decision first. `verdicts` is a select of `submission_id`, `decided_on` and what else
 * belongs to a row.
 */
export async function readLettersBehind<T extends LetterBehind>(
  source: DataSource,
  verdicts: string,
  values: SqlValues,
  after: string | null,
  limit: number,
): Promise<Paged<T>> {
  const rest = placeAfter('w', 'submission_id', after, values);
  const rows: (T & { submission_id: string; decided_on: string; fiscalYear: number; receiptSerial: number })[] =
    await source.query(
      `select w.*, s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial", left(s.body, 400) as beginning,
         coalesce(g.content->'pii', '[]') as pii
       from (select * from (${verdicts}) w where true${rest}
             order by w.decided_on desc, w.submission_id desc limit ${values.at(limit + 1, 'int')}) w
         join submission s on s.id = w.submission_id left join suggestion g on g.submission_id = w.submission_id
       order by w.decided_on desc, w.submission_id desc`,
      values.list,
    );
  return paged(
    rows.map(({ submission_id, decided_on, fiscalYear, receiptSerial, ...row }) => ({
      ...(row as unknown as T),
      submissionId: submission_id,
      decidedOn: decided_on,
      receiptNumber: receiptNumber(fiscalYear, receiptSerial),
    })),
    limit,
    ({ decidedOn, submissionId }) => [decidedOn, submissionId],
  );
}

/** @throws DomainError `invalid_input` for a cursor that is none of ours. */
export function placeAfter(alias: string, id: string, after: string | null, values: SqlValues): string {
  if (after === null) return '';
  const [day, at] = readCursor(after, PLACE);
  return ` and (${alias}.decided_on, ${alias}.${id}) < (${values.at(day, 'date')}, ${values.at(at, 'uuid')})`;
}

/** Rows read with one more than a page holds. */
export function paged<T>(rows: readonly T[], limit: number, place: (row: T) => readonly string[]): Paged<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(place(last)) : null };
}
