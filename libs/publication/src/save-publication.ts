import { DomainError } from '@kotae/kernel';
import { checkLengths } from './check-text';
import type { HiddenMark } from './hidden-mark';
import { openPublication } from './open-publication';
import type { PublicationContext } from './ports';
import type { Publication, PublicText } from './publication';

export interface PublicationEdit extends PublicText {
  readonly cleared: readonly string[];
  readonly hidden: readonly HiddenMark[];
  readonly version: number;
}

/**
 * Keeps a draft's text. What the public reads is not edited under its eyes: a published text is withdrawn first.
 * @throws DomainError `not_found`, `stale`, `wrong_state`, `invalid_input`.
 */
export async function savePublication(
  context: PublicationContext,
  id: string,
  edit: PublicationEdit,
): Promise<Publication> {
  return context.uow.run(async ({ publications }) => {
    const before = await openPublication(publications, id, edit.version);
    if (before.state !== 'draft')
      throw new DomainError('wrong_state', '公表した文は直せません。取り下げてから、新しい公表文を作ってください。');
    const cleared = [...new Set(edit.cleared.map((word) => word.trim()).filter((word) => word !== ''))];
    checkLengths(edit, cleared, edit.hidden);
    const after: Publication = {
      ...before,
      title: edit.title.trim(),
      question: edit.question.trim(),
      answer: edit.answer.trim(),
      cleared,
      hidden: edit.hidden.map(({ kind, found }) => ({ kind, found })),
      version: before.version + 1,
    };
    await publications.save(after, []);
    await publications.tellDesks();
    return after;
  });
}
