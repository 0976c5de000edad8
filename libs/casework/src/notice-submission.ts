import { sign } from './guards';
import type { CaseworkContext } from './ports';

/** Notes the first time a person of the desk opened a submission; every later opening changes nothing. */
export async function markSeen(context: CaseworkContext, submissionId: string): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    if (!(await cases.firstSeen(submissionId, signature.at))) return;
    await cases.appendFacts(submissionId, [{ kind: 'seen', opinionId: null, details: {} }], signature);
    await cases.tellDesks();
  });
}
