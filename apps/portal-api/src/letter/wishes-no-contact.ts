import type { LetterFormValues } from '@kotae/contracts';
import { findDoNotContact } from '@kotae/classification';

/** A reply was chosen, but the text asks not to be contacted: the text decides, nothing is sent. */
export function wishesNoContact({ body, replyWanted }: Pick<LetterFormValues, 'body' | 'replyWanted'>): boolean {
  return (replyWanted === 'email' || replyWanted === 'post') && findDoNotContact(body) !== null;
}
