import { may } from '@kotae/contracts';
import { findPersonalInformation } from '@kotae/japanese';
import type { CitySettings } from '@kotae/persistence';
import type { StaffActor } from '../access/access';
import { maskText, plainText, type MaskedText, type Range } from './masked-text';

export function isOfSection(actor: StaffActor): boolean {
  return actor.role === 'section_member' || actor.role === 'section_approver';
}

/** The section whose submissions an actor is limited to; null = no limit. */
export function sectionLimit(actor: StaffActor): string | null {
  // A section account without a section sees nothing rather than everything.
  return isOfSection(actor) ? (actor.sectionId ?? '') : null;
}

/** Whether a resident's text is shown to the actor as it was written. */
export function readsOriginal(actor: StaffActor, city: Pick<CitySettings, 'maskForSections'>): boolean {
  return may(actor.role, 'personal_data.read') || (isOfSection(actor) && !city.maskForSections);
}

/**
 * A resident's text for one who may not see personal data: what the machine found when it read the submission, and what is
 * found now, are both masked.
 */
export function shield(
  text: string,
  known: readonly Range[] | null,
  city: Pick<CitySettings, 'publicWords'>,
): MaskedText {
  return maskText(text, [...(known ?? []), ...findPersonalInformation(text, { publicWords: city.publicWords })]);
}

/** The text as the actor may read it. */
export function textFor(
  original: boolean,
  text: string,
  known: readonly Range[] | null,
  city: Pick<CitySettings, 'publicWords'>,
): MaskedText {
  return original ? plainText(text) : shield(text, known, city);
}

const EXCERPT = 80;

/** The first 80 characters on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT).join('')}…`;
}
