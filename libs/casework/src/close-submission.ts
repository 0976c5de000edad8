import { LIMITS, dayOf } from '@kotae/kernel';
import { isSettled, nextAnswerState } from './answer-states';
import { demandNotSending, demandSubmissionStep, demandVersion, found, sign } from './guards';
import type { CaseworkContext } from './ports';
import { optionalStaffText, staffText } from './staff-text';

export interface CloseSubmissionInput {
  readonly submissionId: string;
  readonly version: number;
  readonly kind: 'circulated' | 'forwarded';
  readonly reason: string;
  /** Where it was forwarded to. */
  readonly to?: string | null;
}

/**
 * 供覧 or 移ちょう: ends a submission without an individual reply, with a reason. Answers that were still expected are not
 * needed any more; nothing is deleted.
 * @throws DomainError `stale`, `wrong_state`, `invalid_input` without a reason (and a receiver when forwarded).
 */
export async function closeSubmission(context: CaseworkContext, input: CloseSubmissionInput): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const file = found(await cases.open(input.submissionId));
    demandVersion(input.version, file.version);
    demandNotSending(file);
    const forwarded = input.kind === 'forwarded';
    const state = demandSubmissionStep(
      file.state,
      forwarded ? 'forward' : 'circulate',
      'この受付は、もう完結しています。',
    );
    const reason = staffText(input.reason, 'reason', '理由', LIMITS.reason);
    const to = forwarded
      ? staffText(input.to, 'to', '移ちょう先', LIMITS.name)
      : optionalStaffText(input.to, 'to', '回覧先', LIMITS.name);
    const unanswered = file.opinions.filter((o) => !isSettled(o.answerState));
    if (unanswered.length > 0) {
      await cases.saveOpinions(
        file,
        unanswered.map((o) => ({
          ...o,
          answerState: nextAnswerState(o.answerState, 'dismiss') ?? o.answerState,
          answerVersion: o.answerVersion + 1,
        })),
      );
    }
    await cases.changeSubmission(file.submissionId, {
      state,
      closedOn: dayOf(signature.at),
      closingReason: to === null || !forwarded ? reason : `${to}：${reason}`,
    });
    await cases.appendFacts(
      file.submissionId,
      [{ kind: input.kind, opinionId: null, details: { reason, ...(to === null ? {} : { to }) } }],
      signature,
    );
    await cases.tellDesks();
  });
}
