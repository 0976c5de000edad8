import type { DefinitionChange } from '@kotae/indicators';
import { DomainError } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from './pg-errors';

const COLUMNS = `plan_id as "planId", about, about_id as "aboutId", version, kind, before, after, reason, author_name as author,
  author_id as "authorId", recorded_at as "recordedAt"`;

/** What was changed about a plan and its indicators, oldest first. */
export function readDefinitionChanges(tx: EntityManager, planId: string): Promise<DefinitionChange[]> {
  return tx.query(`select ${COLUMNS} from plan_change where plan_id = $1 order by seq`, [planId]);
}

/**
 * Keeps a change and what it leads to. The version is taken first: of two who change the same thing at once, the second
 * waits here and is told `stale`.
 */
export async function saveDefinition(tx: EntityManager, change: DefinitionChange): Promise<void> {
  try {
    await tx.query(
      `insert into plan_change (plan_id, about, about_id, version, kind, before, after, reason, author_name, author_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        change.planId,
        change.about,
        change.aboutId,
        change.version,
        change.kind,
        change.before === null ? null : JSON.stringify(change.before),
        JSON.stringify(change.after),
        change.reason,
        change.author,
        change.authorId,
        change.recordedAt,
      ],
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
  }
  if (change.about === 'plan') {
    await tx.query(
      `insert into plan (id, content, own, sort) select $1, $2, $3, coalesce(max(sort), 0) + 1 from plan
       on conflict (id) do update set content = excluded.content, own = excluded.own`,
      [change.aboutId, JSON.stringify(change.after), change.after.own],
    );
    return;
  }
  await tx.query(
    `insert into indicator (id, plan_id, content, sort) values ($1, $2, $3, $4)
     on conflict (id) do update set content = excluded.content, sort = excluded.sort`,
    [change.aboutId, change.planId, JSON.stringify(change.after), change.after.order],
  );
}
