import { bigramIds, foldKana, normalise } from '@kotae/japanese';
import type { SqlValues } from './sql-values';

/** One-character queries have no bigram: they are looked for in so many of the newest submissions. */
const NEWEST_LOOKED_AT = 10_000;

/** `R8-000123`, `r8 123` or `令和8年度 第123号` as fiscal year and number; null for anything else. */
export function readReceiptNumber(query: string): { fiscalYear: number; serial: number } | null {
  const match = /^(R|H|令和|平成)\s*(\d{1,2}|元)(?:年度)?\s*[-\s]?\s*第?\s*(\d{1,9})号?$/.exec(
    normalise(query).trim().toUpperCase(),
  );
  if (match === null) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return { fiscalYear: year + (match[1] === 'R' || match[1] === '令和' ? 2018 : 1988), serial: Number(match[3]) };
}

/** The condition on `submission s` that a search asks for. Words apart by blanks must all be there. */
export function searchCondition(query: string, values: SqlValues): string {
  const number = readReceiptNumber(query);
  if (number !== null) {
    return `s.fiscal_year = ${values.at(number.fiscalYear, 'int')} and s.receipt_serial = ${values.at(number.serial, 'int')}`;
  }
  const words = wordsOf(query);
  const grams = [...new Set(words.flatMap((word) => bigramIds(word)))];
  const conditions: string[] = [];
  if (grams.length > 0) {
    conditions.push(
      `exists (select 1 from submission_search x where x.submission_id = s.id and x.grams @> ${values.at(grams, 'int[]')})`,
    );
  } else {
    conditions.push(
      // An array, so that these are looked at and not everything of the view.
      `s.id = any(array(select n.submission_id from submission_search n order by n.received_on desc, n.submission_id desc limit ${NEWEST_LOOKED_AT}))`,
    );
    for (const word of words) {
      const like = values.at(`%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`, 'text');
      conditions.push(`(s.body ilike ${like} or s.subject ilike ${like})`);
    }
  }
  return conditions.join(' and ');
}

/** Grams may stand apart in a text: whether every word really stands in it, as a reader would see it. */
export function holdsWords(query: string, text: string): boolean {
  if (readReceiptNumber(query) !== null) return true;
  const folded = foldKana(normalise(text));
  return wordsOf(query).every((word) => folded.includes(foldKana(word)));
}

function wordsOf(query: string): string[] {
  return normalise(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
