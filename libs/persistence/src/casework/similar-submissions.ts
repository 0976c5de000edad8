import type { SubmissionState } from '@kotae/casework';
import type { DayString } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';

export interface SimilarRecord {
  readonly submissionId: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly receivedOn: DayString;
  readonly state: SubmissionState;
  readonly beginning: string;
  readonly pii: readonly { readonly start: number; readonly end: number }[] | null;
  /** 0…1: the shared share of both texts' grams, rare grams weighing more. */
  readonly similarity: number;
}

/** So many of the newest submissions tell how common a gram is. */
const SAMPLE = 500;
/** So many of a text's rarest grams are looked up; so many of the newest hits are compared. */
const RAREST = 24;
const CANDIDATES = 200;
const LEAST_SIMILAR = 0.1;

/** Earlier submissions that speak of the same thing; `sectionId` limits them to what a section may see. */
export async function similarSubmissions(
  source: DataSource | EntityManager,
  submissionId: string,
  sectionId: string | null,
  most: number,
): Promise<SimilarRecord[]> {
  const [target]: { grams: number[] }[] = await source.query(
    'select grams from submission_search where submission_id = $1',
    [submissionId],
  );
  if (target === undefined || target.grams.length === 0) return [];
  const common: { gram: number; n: number }[] = await source.query(
    `select g as gram, count(*)::int as n
     from (select unnest(x.grams) as g from (select grams from submission_search order by received_on desc, submission_id desc limit $2) x) u
     where g = any($1::int[]) group by g`,
    [target.grams, SAMPLE],
  );
  const seen = new Map(common.map(({ gram, n }) => [gram, n]));
  const weight = (gram: number) => Math.log((SAMPLE + 1) / ((seen.get(gram) ?? 0) + 1));
  const rarest = [...target.grams].sort((a, b) => weight(b) - weight(a)).slice(0, RAREST);
  // Grams that nobody else used find nobody: look some more common ones up too.
  const shared = target.grams
    .filter((gram) => (seen.get(gram) ?? 0) > 1)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, RAREST);
  const candidates: { id: string; grams: number[] }[] = await source.query(
    `select x.submission_id as id, x.grams from submission_search x
     where x.grams && $2::int[] and x.submission_id <> $1
       and ($3::text is null or exists (select 1 from opinion o where o.submission_id = x.submission_id and o.section_id = $3 and o.withdrawn_at is null))
     order by x.received_on desc, x.submission_id desc limit $4`,
    [submissionId, [...new Set([...rarest, ...shared])], sectionId, CANDIDATES],
  );
  const similarity = weightedOverlap(target.grams, weight);
  const best = candidates
    .map(({ id, grams }) => ({ id, similarity: similarity(grams) }))
    .filter((c) => c.similarity >= LEAST_SIMILAR)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, most);
  const rows: Omit<SimilarRecord, 'similarity'>[] = await source.query(
    `select s.id as "submissionId", s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial", s.received_on as "receivedOn", s.state,
       left(s.body, 400) as beginning, g.content->'pii' as pii
     from submission s left join suggestion g on g.submission_id = s.id where s.id = any($1::uuid[])`,
    [best.map((b) => b.id)],
  );
  const byId = new Map(rows.map((row) => [row.submissionId, row]));
  return best.flatMap(({ id, similarity: value }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, similarity: Math.round(value * 100) / 100 }];
  });
}

/** Weighted Jaccard of one text's grams with others. */
function weightedOverlap(
  grams: readonly number[],
  weight: (gram: number) => number,
): (other: readonly number[]) => number {
  const own = new Map(grams.map((gram) => [gram, weight(gram)]));
  const total = [...own.values()].reduce((sum, w) => sum + w, 0);
  // How common the other text's own grams are is not known: they weigh as much as this text's on average.
  const usual = total / own.size;
  return (other) => {
    let both = 0;
    let rest = 0;
    for (const gram of other) {
      const w = own.get(gram);
      if (w === undefined) rest += usual;
      else both += w;
    }
    return total + rest === 0 ? 0 : both / (total + rest);
  };
}
