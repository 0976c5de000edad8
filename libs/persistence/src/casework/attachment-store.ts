import { actorName, newId, type Actor } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { notifyDesk } from '../notify-desk';

export interface StoredAttachment {
  readonly submissionId: string;
  readonly purpose: 'attached' | 'scan';
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Files of submissions, for the desk. */
export class AttachmentStore {
  constructor(private readonly source: DataSource) {}

  /** A file that belongs to a submission; one that still waits for its submission is nobody's. */
  async find(id: string): Promise<StoredAttachment | null> {
    const rows: StoredAttachment[] = await this.source.query(
      `select submission_id as "submissionId", purpose, file_name as "fileName", media_type as "mediaType", content
       from attachment where id = $1 and submission_id is not null`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Adds the scan of a paper original, with the fact that it was added; null when `most` files are there already. */
  async addScan(
    submissionId: string,
    file: { readonly fileName: string; readonly mediaType: string; readonly content: Buffer },
    most: number,
    actor: Actor,
    at: Date,
  ): Promise<string | null> {
    const id = newId();
    return this.source.transaction(async (tx) => {
      await tx.query('select 1 from submission where id = $1 for no key update', [submissionId]);
      const inserted: unknown[] = await tx.query(
        `insert into attachment (id, submission_id, key_hash, purpose, file_name, media_type, byte_size, content, created_at)
         select $1, $2, ''::bytea, 'scan', $3, $4, $5, $6, $7
         where (select count(*) from attachment where submission_id = $2) < $8 returning id`,
        [id, submissionId, file.fileName, file.mediaType, file.content.length, file.content, at, most],
      );
      if (inserted.length === 0) return null;
      await tx.query(
        `insert into case_fact (submission_id, kind, at, actor_id, actor_name, details) values ($1, 'scan_attached', $2, $3, $4, '{}')`,
        [submissionId, at, actor.kind === 'staff' ? actor.staffId : null, actorName(actor)],
      );
      await notifyDesk(tx);
      return id;
    });
  }
}
