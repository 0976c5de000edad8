import { bigramIds, foldKana, normalise } from '@kotae/japanese';
import { isDay, isId, type DayString, type Outcome } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { readCursor, writeCursor } from './casework/keyset-cursor';

/** One published question and answer, as the public reads it. */
export interface PublishedAnswer {
  id: string;
  title: string;
  question: string;
  answer: string;
  topic: string;
  topicName: string;
  sectionName: string;
  /** What became of it as it is now, and since when; decided after publishing, too. */
  outcome: Outcome | null;
  outcomeOn: DayString | null;
  receivedOn: DayString;
  answeredOn: DayString;
  publishedOn: DayString;
}

export interface AnswersAsked {
  /** Words to look for, apart by blanks; empty for all. */
  readonly query: string;
  /** Code of a topic; empty for all. */
  readonly topic: string;
  /** From `next` of the page before; null for the first one. */
  readonly after: string | null;
  readonly limit: number;
}

const COLUMNS = `id, title, question, answer, topic, topic_name as "topicName", section_name as "sectionName", outcome,
  outcome_on as "outcomeOn",  received_on as "receivedOn", answered_on as "answeredOn", published_on as "publishedOn"`;

/** Rows looked at for one page of a search at most: what is older is looked at for the next page. */
const SEARCH_ROWS = 2_000;
const SEARCH_STEP = 200;
const MOST_WORDS = 8;

/** Reads the view `public_answer`: all that the portal's role may know of publications. */
export class PublicAnswerReader {
  constructor(private readonly source: DataSource | EntityManager) {}

  async one(id: string): Promise<PublishedAnswer | null> {
    if (!isId(id)) return null;
    const rows: PublishedAnswer[] = await this.source.query(`select ${COLUMNS} from public_answer where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async newest(count: number): Promise<PublishedAnswer[]> {
    return this.#rows([], '', null, count);
  }

  /** A page, newest first, of the answers that hold every word. Throws `invalid_input` for a place it does not know. */
  async page(asked: AnswersAsked): Promise<{ items: PublishedAnswer[]; next: string | null }> {
    const words = folded(asked.query)
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS);
    const grams = bigramIds(words.join(' '));
    let place = asked.after === null ? null : placeOf(asked.after);
    const items: PublishedAnswer[] = [];
    const step = words.length === 0 ? asked.limit + 1 : SEARCH_STEP;
    for (let looked = 0; looked < SEARCH_ROWS; looked += step) {
      const rows = await this.#rows(grams, asked.topic, place, step);
      for (const row of rows) {
        // Grams find a text that holds the pieces of a word; only the text says whether it holds the word.
        if (words.length > 0 && !holdsAll(row, words)) continue;
        if (items.length === asked.limit) return { items, next: cursorOf(items.at(-1)!) };
        items.push(row);
      }
      if (rows.length < step) return { items, next: null };
      place = [rows.at(-1)!.publishedOn, rows.at(-1)!.id];
    }
    return { items, next: place === null ? null : writeCursor(place) };
  }

  /**
   * Published answers like a text that is being written, the likest first. Rare two-character words weigh most; a text that
   * shares less than two of them is not like it.
   */
  async similar(text: string, count: number): Promise<{ id: string; title: string }[]> {
    const grams = tellingGrams(text);
    if (grams.length < 2) return [];
    return this.source.query(SIMILAR, [grams, Math.min(count, 5)]);
  }

  async topics(): Promise<{ code: string; name: string }[]> {
    return this.source.query('select code, name from topic where active order by sort, code');
  }

  async #rows(
    grams: readonly number[],
    topic: string,
    place: readonly string[] | null,
    limit: number,
  ): Promise<PublishedAnswer[]> {
    const values: unknown[] = [limit];
    const put = (value: unknown) => `$${values.push(value)}`;
    const where = [
      ...(grams.length > 0 ? [`grams @> ${put(grams)}::int[]`] : []),
      ...(topic !== '' ? [`topic = ${put(topic)}`] : []),
      ...(place !== null ? [`(published_on, id) < (${put(place[0])}::date, ${put(place[1])}::uuid)`] : []),
    ];
    return this.source.query(
      `select ${COLUMNS} from public_answer ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by published_on desc, id desc limit $1`,
      values,
    );
  }
}

/** Weighs what a candidate shares with the text by how few of the candidates have it. */
const SIMILAR = `
  with candidate as materialized (
    select id, title, published_on, grams from public_answer where grams && $1::int[]
    order by published_on desc, id desc limit 400
  ), shared as (
    select c.id, g from candidate c, unnest(c.grams) g where g = any($1::int[])
  ), weight as (
    select g, ln(1 + (select count(*) from candidate)::float8 / count(*)) as w from shared group by g
  )
  select c.id, c.title
  from (select s.id, sum(w.w) as score from shared s join weight w on w.g = s.g group by s.id having count(*) >= 2) best
  join candidate c on c.id = best.id
  order by best.score / sqrt(cardinality(c.grams)) desc, c.published_on desc, c.id desc limit $2`;

const folded = (text: string) => foldKana(normalise(text)).toLowerCase();

function holdsAll(row: PublishedAnswer, words: readonly string[]): boolean {
  const text = folded(`${row.title}\n${row.question}\n${row.answer}`);
  return words.every((word) => text.includes(word));
}

/**
 * Grams inside runs of kanji, katakana, letters and digits carry the subject; those with hiragana carry grammar.
 * At most 80, from the beginning of the text.
 */
function tellingGrams(text: string): number[] {
  const runs =
    normalise(text.slice(0, 2_000)).match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー々0-9]{2,}/gu) ?? [];
  return [...new Set(runs.flatMap(bigramIds))].slice(0, 80);
}

function placeOf(after: string): string[] {
  return readCursor(after, [(day) => typeof day === 'string' && isDay(day), isId]).map(String);
}

function cursorOf(row: PublishedAnswer): string {
  return writeCursor([row.publishedOn, row.id]);
}
