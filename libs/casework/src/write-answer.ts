import { LIMITS } from '@kotae/kernel';
import { demandAnswerStep, demandNotSending, demandVersion, found, opinionFor, sign, wrongState } from './guards';
import type { CaseworkContext } from './ports';
import { staffText } from './staff-text';
import { hasEnded } from './submission-states';

export interface WriteAnswerInput {
  readonly opinionId: string;
  readonly version: number;
  readonly body: string;
}

/**
 * 起案: keeps the section's draft of an answer. Returns the answer's new version.
 * @throws DomainError `stale`, `wrong_state` (submitted or approved), `not_found`, `invalid_input`.
 */
export async function writeAnswer(context: CaseworkContext, input: WriteAnswerInput): Promise<number> {
  const signature = sign(context.actor, context.clock);
  return context.uow.run(async ({ cases }) => {
    const file = found(await cases.openByOpinion(input.opinionId));
    const opinion = opinionFor(file, input.opinionId, context.actor);
    demandVersion(input.version, opinion.answerVersion);
    if (hasEnded(file.state)) throw wrongState('完結した受付の回答は変えられません。');
    demandNotSending(file);
    const answerState = demandAnswerStep(
      opinion.answerState,
      'write',
      opinion.answerState === 'approved'
        ? '決裁が済んだ回答は変えられません。直すときは、決裁者が差し戻してください。'
        : '提出した回答は、差し戻されるまで変えられません。',
    );
    const answerBody = staffText(input.body, 'body', '回答案', LIMITS.answer);
    const answerVersion = opinion.answerVersion + 1;
    await cases.saveOpinions(file, [
      { ...opinion, answerState, answerBody, answerVersion, answerUpdatedAt: signature.at },
    ]);
    if (opinion.answerState === 'waiting' || opinion.answerState === 'not_needed') {
      await cases.appendFacts(
        file.submissionId,
        [{ kind: 'answer_drafted', opinionId: opinion.id, details: { sectionId: opinion.sectionId } }],
        signature,
      );
      if (file.state === 'answered') await cases.changeSubmission(file.submissionId, { state: 'triaged' });
      await cases.tellDesks();
    }
    return answerVersion;
  });
}
