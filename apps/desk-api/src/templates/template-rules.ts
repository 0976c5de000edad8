import { DomainError } from '@kotae/kernel';
import type { StaffActor } from '../access/access';
import { sectionLimit } from '../masking/who-sees-what';

/** A section writes its own templates; those of all sections and of other sections are the desk's. Throws `forbidden`. */
export function refuseForeignTemplate(actor: StaffActor, sectionId: string | null): void {
  const limit = sectionLimit(actor);
  if (limit !== null && sectionId !== limit)
    throw new DomainError('forbidden', '自分の課のひな形だけを変えられます。共通のひな形は広報広聴担当が変えます。');
}
