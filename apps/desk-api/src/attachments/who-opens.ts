import { may } from '@kotae/contracts';
import type { AttachmentRecord, CitySettings } from '@kotae/persistence';
import type { StaffActor } from '../access/access';
import { isOfSection, readsOriginal } from '../masking/who-sees-what';

/**
 * Who opens a file: nothing in it can be masked. A section opens what a resident attached (the hole in the road), not the
 * scan of a letter, unless the city lets sections read originals; roles that only look on open none.
 */
export function opensAttachment(
  purpose: AttachmentRecord['purpose'],
  actor: StaffActor,
  city: Pick<CitySettings, 'maskForSections'>,
): boolean {
  if (may(actor.role, 'personal_data.read')) return true;
  return isOfSection(actor) && (purpose === 'attached' || readsOriginal(actor, city));
}

export function visibleAttachments(
  attachments: readonly AttachmentRecord[],
  actor: StaffActor,
  city: Pick<CitySettings, 'maskForSections'>,
): AttachmentRecord[] {
  return attachments.filter(({ purpose }) => opensAttachment(purpose, actor, city));
}
