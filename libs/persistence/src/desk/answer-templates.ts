import { newId } from '@kotae/kernel';
import type { DataSource } from 'typeorm';

/** 回答のひな形: of one section, or of all (`sectionId` null). */
export interface AnswerTemplate {
  readonly id: string;
  readonly sectionId: string | null;
  readonly name: string;
  readonly body: string;
}

const COLUMNS = 'id, section_id as "sectionId", name, body';

export class AnswerTemplates {
  constructor(private readonly source: DataSource) {}

  /** Of one section and those of all; null: every section's. */
  async list(sectionId: string | null): Promise<AnswerTemplate[]> {
    return this.source.query(
      `select ${COLUMNS} from answer_template where $1::text is null or section_id is null or section_id = $1
       order by section_id nulls first, name, id`,
      [sectionId],
    );
  }

  async find(id: string): Promise<AnswerTemplate | null> {
    const rows: AnswerTemplate[] = await this.source.query(`select ${COLUMNS} from answer_template where id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async add(template: Omit<AnswerTemplate, 'id'>): Promise<AnswerTemplate> {
    const id = newId();
    await this.source.query('insert into answer_template (id, section_id, name, body) values ($1, $2, $3, $4)', [
      id,
      template.sectionId,
      template.name,
      template.body,
    ]);
    return { id, ...template };
  }

  async change({ id, sectionId, name, body }: AnswerTemplate): Promise<void> {
    await this.source.query('update answer_template set section_id = $2, name = $3, body = $4 where id = $1', [
      id,
      sectionId,
      name,
      body,
    ]);
  }

  async remove(id: string): Promise<void> {
    await this.source.query('delete from answer_template where id = $1', [id]);
  }
}
