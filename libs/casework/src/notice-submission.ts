import { found, sign, wrongState } from './guards';
import type { CaseworkContext } from './ports';

/**
 * Notes that a person took an urgent submission in hand. Asked twice, the first one stands.
 * @throws DomainError `wrong_state` when it is not urgent.
 */
export async function acknowledgeUrgent(context: CaseworkContext, submissionId: string): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const file = found(await cases.open(submissionId));
    if (file.urgent === null) throw wrongState('緊急の受付ではありません。');
    if (file.urgentAcknowledgedAt !== null) return;
    await cases.acknowledgeUrgent(submissionId, signature);
    await cases.appendFacts(
      submissionId,
      [{ kind: 'urgent_acknowledged', opinionId: null, details: { urgent: file.urgent } }],
      signature,
    );
    await cases.tellDesks();
  });
}

/** Notes the first time a person of the desk opened a submission; every later opening changes nothing. */
export async function markSeen(context: CaseworkContext, submissionId: string): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    if (!(await cases.firstSeen(submissionId, signature.at))) return;
    await cases.appendFacts(submissionId, [{ kind: 'seen', opinionId: null, details: {} }], signature);
    await cases.tellDesks();
  });
}
