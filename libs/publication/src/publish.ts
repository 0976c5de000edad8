import { DomainError, dayOf, type FieldProblem } from '@kotae/kernel';
import { bigramIds } from '@kotae/japanese';
import { checkComplete } from './check-text';
import { draftPublicText } from './draft-public-text';
import { judgeMarks } from './judge-marks';
import { openPublication } from './open-publication';
import type { PublicationContext } from './ports';
import { nextPublicationState, PUBLIC_TEXT_FIELDS, type Publication } from './publication';
import { findUnresolvedPersonalInformation, type UnresolvedSpan } from './unresolved';

/**
 * Shows a text to the public.
 * @throws DomainError `not_found`, `stale`, `wrong_state`, `invalid_input`, and `personal_data_unresolved` with a problem per
 * field while personal information stands in it that nobody has declared harmless.
 */
export async function publish(context: PublicationContext, id: string, version: number): Promise<Publication> {
  const at = context.clock.now();
  return context.uow.run(async ({ publications, outbox }) => {
    const before = await openPublication(publications, id, version);
    const state = nextPublicationState(before.state, 'publish');
    if (state === null) throw new DomainError('wrong_state', 'この公表文は、いまは公表できません。');
    checkComplete(before);
    refuseUnresolved(findUnresolvedPersonalInformation(before, before.cleared, context.publicWords));
    const source = await publications.openCase(before.submissionId);
    const lead = source?.opinions.find((opinion) => opinion.id === before.opinionIds[0]);
    const after: Publication = {
      ...before,
      state,
      // The outcome may have been decided after the draft was made.
      outcome: lead === undefined ? before.outcome : lead.outcome,
      publishedOn: dayOf(at),
      version: before.version + 1,
    };
    await publications.save(after, bigramIds([after.title, after.question, after.answer].join('\n')));
    if (source !== null) {
      const opinions = source.opinions.filter(({ id: own }) => before.opinionIds.includes(own));
      const verdicts = judgeMarks({
        draft: draftPublicText({ subject: source.subject, opinions }, context.publicWords),
        published: after,
        cleared: findUnresolvedPersonalInformation(after, [], context.publicWords),
        hidden: before.hidden,
      });
      await publications.recordMarks(id, dayOf(at), verdicts);
    }
    await publications.appendFact({
      kind: 'published',
      submissionId: after.submissionId,
      at,
      actor: context.actor,
      details: { publicationId: id, consent: source?.publishConsent ?? false },
    });
    await outbox.add({ name: 'PublicationChanged', payload: { publicationId: id } });
    await publications.tellDesks();
    return after;
  });
}

function refuseUnresolved(spans: readonly UnresolvedSpan[]): void {
  if (spans.length === 0) return;
  const fields: FieldProblem[] = PUBLIC_TEXT_FIELDS.flatMap((field) => {
    const count = spans.filter((span) => span.field === field).length;
    return count === 0
      ? []
      : [
          {
            field,
            message: `個人情報かもしれない語が${count}か所あります。伏せるか、問題がないことを確かめてください。`,
          },
        ];
  });
  throw new DomainError('personal_data_unresolved', '個人情報かもしれない語が残っているため、公表できません。', fields);
}
