import type { ModelScores, ModelStore, StoredModel, Topic, TrainingOpinion } from '@kotae/classification';
import type { DataSource } from 'typeorm';

/** `ModelStore` of libs/classification: every version stays in the table `model`; one is active. */
export class PgModelStore implements ModelStore {
  constructor(private readonly source: DataSource) {}

  async active(): Promise<StoredModel | null> {
    const rows: StoredModel[] = await this.source.query(
      `select version, trained_at as "trainedAt", trained_on as "trainedOn", active, evaluation, words, content from model where active`,
    );
    return rows[0] ?? null;
  }

  /** Cheap: which version is active now; null when none is. */
  async activeVersion(): Promise<string | null> {
    const rows: { version: string }[] = await this.source.query('select version from model where active');
    return rows[0]?.version ?? null;
  }

  async add(model: StoredModel): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (model.active) await tx.query('update model set active = false where active');
      await tx.query(
        `insert into model (version, trained_at, trained_on, active, evaluation, words, content) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          model.version,
          model.trainedAt,
          model.trainedOn,
          model.active,
          model.evaluation satisfies ModelScores | null,
          model.words,
          model.content,
        ],
      );
    });
  }

  async decisions(limit: number): Promise<(TrainingOpinion & { decidedAt: Date })[]> {
    const rows: (TrainingOpinion & { decidedAt: Date })[] = await this.source.query(
      `select o.text, s.subject, o.channel, o.class, o.subtype, o.topic, to_char(o.decided_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as "decidedOn",
              o.decided_at as "decidedAt", s.body as context
       from opinion o join submission s on s.id = o.submission_id
       where o.withdrawn_at is null order by o.decided_at desc, o.id desc limit $1`,
      [limit],
    );
    return rows.reverse();
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
