import type { EntityManager } from 'typeorm';

/** A topic as the administrator edits it. */
export interface TopicEdited {
  readonly code: string;
  readonly name: string;
  readonly sectionId: string;
  readonly keywords: readonly string[];
  readonly active: boolean;
  readonly version: number;
}

export interface TopicListed extends TopicEdited {
  /** Opinions that people have decided to be of this topic. */
  readonly decisions: number;
}

const COLUMNS = 'code, name, section_id as "sectionId", keywords, active, version';

/** Topics (分野), for the administrator. */
export class TopicBook {
  constructor(private readonly tx: EntityManager) {}

  /** The decisions are summed from the counts, not from the opinions: a million of them cost the same. */
  list(): Promise<TopicListed[]> {
    return this.tx.query(
      `select ${COLUMNS}, coalesce(c.n, 0)::int as decisions from topic
       left join (select topic, sum(n) as n from (
           select topic, n from count_rollup where measure = 'class' and topic <> '*'
           union all select topic, n from count_delta where measure = 'class') s group by topic) c on c.topic = topic.code
       order by active desc, sort, code`,
    );
  }

  /** Locked until the transaction ends. */
  async open(code: string): Promise<TopicEdited | null> {
    const rows: TopicEdited[] = await this.tx.query(`select ${COLUMNS} from topic where code = $1 for no key update`, [
      code,
    ]);
    return rows[0] ?? null;
  }

  async nameTaken(name: string, except: string | null): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      'select 1 from topic where active and name = $1 and code is distinct from $2',
      [name, except],
    );
    return rows.length > 0;
  }

  async othersActive(code: string): Promise<boolean> {
    const rows: unknown[] = await this.tx.query('select 1 from topic where active and code <> $1 limit 1', [code]);
    return rows.length > 0;
  }

  /** The name of a section that is in use. */
  async activeSection(id: string): Promise<string | null> {
    const rows: { name: string }[] = await this.tx.query('select name from section where id = $1 and active', [id]);
    return rows[0]?.name ?? null;
  }

  async add(topic: Omit<TopicEdited, 'active' | 'version'>): Promise<void> {
    await this.tx.query(
      `insert into topic (code, name, section_id, keywords, sort)
       select $1, $2, $3, $4::jsonb, coalesce(max(sort), 0) + 1 from topic`,
      [topic.code, topic.name, topic.sectionId, JSON.stringify(topic.keywords)],
    );
  }

  async change(topic: Omit<TopicEdited, 'version'>): Promise<void> {
    await this.tx.query(
      `update topic set name = $2, section_id = $3, keywords = $4::jsonb, active = $5, version = version + 1 where code = $1`,
      [topic.code, topic.name, topic.sectionId, JSON.stringify(topic.keywords), topic.active],
    );
  }

  /** Sets the order; codes that are not there are left alone. */
  async order(codes: readonly string[]): Promise<void> {
    await this.tx.query(
      'update topic set sort = x.n from unnest($1::text[]) with ordinality as x(code, n) where topic.code = x.code and sort <> x.n',
      [codes],
    );
  }
}
