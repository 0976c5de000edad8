import type { ModelEvaluation } from '@kotae/classification';
import type { DataSource } from 'typeorm';

/** A trained model without its content. */
export interface ModelRecord {
  readonly version: string;
  readonly trainedAt: Date;
  readonly trainedOn: number;
  readonly active: boolean;
  readonly evaluation: ModelEvaluation | null;
  readonly words: string;
}

/** The newest models, newest first. */
export function readModels(source: DataSource, limit: number): Promise<ModelRecord[]> {
  return source.query(
    `select version, trained_at as "trainedAt", trained_on as "trainedOn", active, evaluation, words
     from model order by trained_at desc, version desc limit $1`,
    [limit],
  );
}
