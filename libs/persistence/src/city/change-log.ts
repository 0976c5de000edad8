import type { DataSource, EntityManager } from 'typeorm';
import { readCursor, writeCursor } from '../casework/keyset-cursor';

export const CHANGE_AREAS = ['settings', 'classes', 'topic', 'section'] as const;
export type ChangeArea = (typeof CHANGE_AREAS)[number];

/** One change before the log has given it its place. `details` holds codes, names and settings; never a resident's text. */
export interface CityChangeDraft {
  readonly area: ChangeArea;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface CityChangeRecord extends CityChangeDraft {
  readonly seq: string;
  readonly at: Date;
  readonly by: string;
}

/** Appended with the change itself, never edited. */
export async function logCityChange(
  tx: EntityManager,
  change: CityChangeDraft,
  who: { readonly actorId: string; readonly actorName: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into city_change (at, actor_id, actor_name, area, kind, details) values ($1, $2, $3, $4, $5, $6)`,
    [who.at, who.actorId, who.actorName, change.area, change.kind, change.details],
  );
}

/** The newest first, from after a cursor. */
export async function readCityChanges(
  source: DataSource,
  areas: readonly ChangeArea[],
  after: string | null,
  limit: number,
): Promise<{ items: CityChangeRecord[]; next: string | null }> {
  const cursor = after === null ? null : readCursor(after, [(v) => typeof v === 'string' && /^\d{1,18}$/.test(v)]);
  const rows: CityChangeRecord[] = await source.query(
    `select seq, at, actor_name as "by", area, kind, details from city_change
     where area = any($1) and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
    [areas, cursor?.[0] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? writeCursor([items.at(-1)!.seq]) : null };
}
