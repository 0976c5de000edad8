import { DomainError } from '@kotae/kernel';
import type { PublicationStore } from './ports';
import type { Publication } from './publication';

/** The publication, locked, in the version that the caller has seen. Throws `not_found`, `stale`. */
export async function openPublication(store: PublicationStore, id: string, version: number): Promise<Publication> {
  const publication = await store.open(id);
  if (publication === null) throw new DomainError('not_found', 'この公表文は見つかりません。');
  if (publication.version !== version)
    throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
  return publication;
}
