import type { DataSource } from 'typeorm';
import { pgPool } from '../pg-pool';

/** A checked file on its way into the database; only a hash of its key is kept. */
export interface NewUpload {
  readonly id: string;
  readonly keyHash: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface WaitingUpload {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
}

/** Files that wait for their submission. Whoever holds a file's key may attach or remove it; nobody can read it back. */
export class WaitingUploads {
  constructor(private readonly source: DataSource) {}

  async add(upload: NewUpload): Promise<void> {
    await pgPool(this.source).query(
      `insert into attachment (id, key_hash, file_name, media_type, byte_size, content, created_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [upload.id, upload.keyHash, upload.fileName, upload.mediaType, upload.content.length, upload.content],
    );
  }

  /** Those of these files that still wait and whose key is right, in the order asked. */
  async find(files: readonly { readonly id: string; readonly keyHash: Buffer }[]): Promise<WaitingUpload[]> {
    if (files.length === 0) return [];
    const { rows } = await pgPool(this.source).query<{
      id: string;
      file_name: string;
      media_type: string;
      byte_size: number;
    }>('select id, file_name, media_type, byte_size from waiting_uploads($1::jsonb)', [
      JSON.stringify(files.map((file) => ({ id: file.id, keyHash: file.keyHash.toString('hex') }))),
    ]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return files.flatMap(({ id }) => {
      const row = found.get(id.toLowerCase());
      return row === undefined
        ? []
        : [{ id: row.id, fileName: row.file_name, mediaType: row.media_type, byteSize: row.byte_size }];
    });
  }

  /** False when there is no such file, its key is wrong, or it belongs to a submission already. */
  async remove(id: string, keyHash: Buffer): Promise<boolean> {
    const { rows } = await pgPool(this.source).query<{ removed: boolean }>('select remove_upload($1, $2) as removed', [
      id,
      keyHash,
    ]);
    return rows[0]?.removed === true;
  }
}
