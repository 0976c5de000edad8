import { DomainError, dayOf, type FieldProblem } from '@kotae/kernel';
import { bigramIds } from '@kotae/japanese';
import { checkComplete } from './check-text';
import { draftPublicText } from './draft-public-text';
import { judgeMarks, type MarkVerdict } from './judge-marks';
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
  const verdicts = await judgedBefore(context, id, version);
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
    await publications.recordMarks(id, dayOf(at), verdicts);
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

/**
 * What was made of the machine's marks in this version, which is the one that will be published or none. Long texts take a
 * while: nothing is locked meanwhile.
 */
async function judgedBefore(
  { uow, publicWords }: PublicationContext,
  id: string,
  version: number,
): Promise<readonly MarkVerdict[]> {
  const [publication, source] = await uow.run(async ({ publications }) => {
    const found = await publications.open(id);
    return [found, found && (await publications.openCase(found.submissionId))] as const;
  });
  if (publication?.version !== version || publication.state !== 'draft' || source === null) return [];
  const opinions = source.opinions.filter(({ id: own }) => publication.opinionIds.includes(own));
  return judgeMarks({
    draft: draftPublicText({ subject: source.subject, opinions }, publicWords),
    published: publication,
    cleared: findUnresolvedPersonalInformation(publication, [], publicWords),
    hidden: publication.hidden,
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
