import { characters, DomainError, dayOf, LIMITS } from '@kotae/kernel';
import { openPublication } from './open-publication';
import type { PublicationContext } from './ports';
import { nextPublicationState, type Publication } from './publication';

/**
 * Takes a text back from the public, or drops a draft. The record stays, with the reason; its opinions may be drafted anew.
 * @throws DomainError `not_found`, `stale`, `wrong_state`, `invalid_input` without a reason.
 */
export async function withdraw(
  context: PublicationContext,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<Publication> {
  const at = context.clock.now();
  const reason = checkedReason(input.reason);
  return context.uow.run(async ({ publications, outbox }) => {
    const before = await openPublication(publications, id, input.version);
    const state = nextPublicationState(before.state, 'withdraw');
    if (state === null) throw new DomainError('wrong_state', 'この公表文は、すでに取り下げられています。');
    const after: Publication = {
      ...before,
      state,
      withdrawnOn: dayOf(at),
      withdrawnReason: reason,
      version: before.version + 1,
    };
    await publications.save(after, []);
    await publications.appendFact({
      kind: 'publication_withdrawn',
      submissionId: after.submissionId,
      at,
      actor: context.actor,
      details: { publicationId: id, reason, wasPublished: before.state === 'published' },
    });
    await outbox.add({ name: 'PublicationChanged', payload: { publicationId: id } });
    await publications.tellDesks();
    return after;
  });
}

function checkedReason(given: string): string {
  const reason = given.trim();
  const message =
    reason === ''
      ? '取り下げる理由を書いてください。'
      : characters(reason) > LIMITS.reason
        ? `理由は${LIMITS.reason.toLocaleString('ja')}文字までで書いてください。`
        : null;
  if (message !== null)
    throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [{ field: 'reason', message }]);
  return reason;
}
