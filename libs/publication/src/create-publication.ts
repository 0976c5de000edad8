import { DomainError, newId } from '@kotae/kernel';
import type { AnsweredCase, AnsweredOpinion } from './answered-case';
import { makePublicText } from './make-public-text';
import type { PublicationContext } from './ports';
import type { Publication } from './publication';

/**
 * Drafts a public text of some opinions of a submission and their answers. The case must have ended with an answer: the
 * reply was sent, or it was circulated with an approved answer. The sender's consent is not required, because the public
 * text is the city's own; whether it was given is noted and shown.
 * @throws DomainError `not_found`, `invalid_input`, `wrong_state` (not answered yet), `conflict` (drafted or published already).
 */
export async function createPublication(
  context: PublicationContext,
  input: { readonly submissionId: string; readonly opinionIds: readonly string[] },
): Promise<Publication> {
  const at = context.clock.now();
  return context.uow.run(async ({ publications, outbox }) => {
    const source = await publications.openCase(input.submissionId);
    if (source === null) throw new DomainError('not_found', 'この受付は見つかりません。');
    const opinions = chosen(source, input.opinionIds);
    const answeredOn = answeredDay(source, opinions);
    if ((await publications.taken(opinions.map(({ id }) => id))).length > 0)
      throw new DomainError('conflict', 'この意見の公表文は、すでに作られています。');
    const [first] = opinions;
    const publication: Publication = {
      ...makePublicText({ subject: source.subject, opinions }, context.publicWords),
      id: newId(at.getTime()),
      submissionId: source.submissionId,
      opinionIds: opinions.map(({ id }) => id),
      state: 'draft',
      topic: first.topic,
      sectionId: first.sectionId,
      outcome: first.outcome,
      receivedOn: source.receivedOn,
      answeredOn,
      publishedOn: null,
      withdrawnOn: null,
      withdrawnReason: null,
      cleared: [],
      hidden: [],
      version: 1,
    };
    await publications.add(publication);
    await publications.appendFact({
      kind: 'publication_drafted',
      submissionId: source.submissionId,
      at,
      actor: context.actor,
      details: { publicationId: publication.id, consent: source.publishConsent },
    });
    await outbox.add({ name: 'PublicationChanged', payload: { publicationId: publication.id } });
    await publications.tellDesks();
    return publication;
  });
}

/** The chosen opinions in the order of the text, at least one. */
function chosen(source: AnsweredCase, ids: readonly string[]): [AnsweredOpinion, ...AnsweredOpinion[]] {
  const [first, ...others] = source.opinions.filter(({ id }) => ids.includes(id));
  if (first === undefined || others.length + 1 !== new Set(ids).size)
    throw new DomainError('invalid_input', '公表する意見を選んでください。', [
      { field: 'opinionIds', message: 'この受付の意見を1つ以上選んでください。' },
    ]);
  return [first, ...others];
}

function answeredDay(source: AnsweredCase, opinions: readonly AnsweredOpinion[]): string {
  const ended = source.state === 'replied' || source.state === 'circulated';
  if (!ended || source.answeredOn === null)
    throw new DomainError('wrong_state', '公表文は、回答を送ったあと、または供覧で終えたあとに作れます。');
  if (opinions.some(({ answer }) => answer === null || answer.trim() === ''))
    throw new DomainError('wrong_state', '市の考え方がまだ決まっていない意見は、公表できません。');
  return source.answeredOn;
}
