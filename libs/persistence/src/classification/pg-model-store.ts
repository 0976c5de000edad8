import type { DatedDecision, ModelEvaluation, ModelInUse, ModelStore, StoredModel, Topic } from '@kotae/classification';
import { DomainError } from '@kotae/kernel';
import type { DataSource } from 'typeorm';

const PIECE = 128 * 1024;

/** `ModelStore` of libs/classification: every version stays in the table `model`; one is active. */
export class PgModelStore implements ModelStore {
  constructor(private readonly source: DataSource) {}

  async inUse(): Promise<ModelInUse | null> {
    const rows: ModelInUse[] = await this.source.query(
      'select version, trained_at as "trainedAt" from model where active',
    );
    return rows[0] ?? null;
  }

  /** Read in pieces: the driver holds several copies of what it reads at once. Throws a `RangeError` for an unknown version. */
  async content(version: string): Promise<Buffer> {
    const [row]: { length: number }[] = await this.source.query(
      'select octet_length(content) as length from model where version = $1',
      [version],
    );
    if (row === undefined) throw new RangeError('no such model');
    const content = Buffer.alloc(row.length);
    for (let at = 0; at < row.length; at += PIECE) {
      const [{ piece }]: [{ piece: Buffer }] = await this.source.query(
        'select substring(content from $2::int for $3::int) as piece from model where version = $1',
        [version, at + 1, PIECE],
      );
      piece.copy(content, at);
    }
    return content;
  }

  /** Cheap: which version is active now; null when none is. */
  async activeVersion(): Promise<string | null> {
    const rows: { version: string }[] = await this.source.query('select version from model where active');
    return rows[0]?.version ?? null;
  }

  async add(model: StoredModel, judgedAgainst: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      const rows: { version: string }[] = await tx.query('select version from model where active for update');
      if ((rows[0]?.version ?? null) !== judgedAgainst)
        throw new DomainError('stale', 'くらべている間に、使うモデルが替わりました。');
      if (model.active) await tx.query('update model set active = false where active');
      await tx.query(
        `insert into model (version, trained_at, trained_on, active, evaluation, words, content) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          model.version,
          model.trainedAt,
          model.trainedOn,
          model.active,
          model.evaluation satisfies ModelEvaluation | null,
          model.words,
          model.content,
        ],
      );
    });
  }

  async decisions(limit: number): Promise<DatedDecision[]> {
    const rows: DatedDecision[] = await this.source.query(
      `select o.text, s.subject, o.channel, o.class, o.subtype, o.topic, to_char(o.decided_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as "decidedOn",
              o.decided_at as "decidedAt", s.body as context
       from opinion o join submission s on s.id = o.submission_id
       where o.withdrawn_at is null order by o.decided_at desc, o.id desc limit $1`,
      [limit],
    );
    return rows.reverse();
  }

  async waiting(bodies: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { body: string }[] = await this.source.query(
      `select distinct body from submission where state = 'received' and body = any($1::text[])`,
      [bodies],
    );
    return new Set(rows.map((row) => row.body));
  }

  /** The submissions nobody has sorted yet, which a new model reads again: oldest first after `after`. */
  async unsortedAfter(after: string | null, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(
      `select id from submission where state = 'received' and id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.id);
  }
}

/** The city's topics with their lead sections, as the classifier wants them. */
export async function readTopics(source: DataSource): Promise<Topic[]> {
  return source.query(
    `select t.code, t.name, t.section_id as "sectionId", s.name as "sectionName", t.keywords
     from topic t join section s on s.id = t.section_id where t.active order by t.sort, t.code`,
  );
}
