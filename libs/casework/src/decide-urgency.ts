import { DomainError, type UrgencyKind } from '@kotae/kernel';
import type { CaseFactKind } from './case-fact';
import { found, sign, wrongState } from './guards';
import type { CaseworkContext } from './ports';

export interface DecideUrgencyInput {
  readonly submissionId: string;
  /** Whose danger it is about; null = 緊急ではない. */
  readonly urgent: UrgencyKind | null;
  /** When it was last decided, as the person saw it; null while nobody had. */
  readonly decidedAt: Date | null;
}

/**
 * A person decides whether a submission is urgent: confirms or clears what was suggested, marks what was not, or takes the
 * last decision back. The submission's version stays, so that a sorting under way goes on. Asked twice, the first one stands.
 * @throws DomainError `not_found`; `stale` when somebody else has decided meanwhile; `wrong_state` when nothing says that it
 * is urgent and it is cleared.
 */
export async function decideUrgency(context: CaseworkContext, input: DecideUrgencyInput): Promise<void> {
  const { urgent } = input;
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const file = found(await cases.open(input.submissionId));
    const decidedAt = file.urgencyDecidedAt?.getTime();
    if (decidedAt !== undefined && file.urgent === urgent) return;
    if (decidedAt !== input.decidedAt?.getTime()) {
      throw new DomainError('stale', '緊急かどうかを、ほかの人が先に決めました。画面を更新して、確かめてください。');
    }
    if (file.urgent === null && urgent === null) throw wrongState('緊急の受付ではありません。');
    await cases.decideUrgency(file.submissionId, urgent, signature);
    const kind: CaseFactKind =
      urgent === null ? 'urgent_cleared' : urgent === file.urgent ? 'urgent_acknowledged' : 'urgent_marked';
    await cases.appendFacts(
      file.submissionId,
      [{ kind, opinionId: null, details: { urgent: urgent ?? file.urgent } }],
      signature,
    );
    await cases.tellDesks();
  });
}
