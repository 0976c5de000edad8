import { PROMISE_OUTCOMES } from '@kotae/kernel';
import type { CaseFile, CaseOpinion } from './case-file';
import { countedState } from './counted-state';
import { found } from './guards';
import type { CaseStores, Signature } from './ports';
import { hasEnded } from './submission-states';

export interface SectionMove {
  readonly submissionId: string;
  readonly from: string;
  readonly into: string;
}

/**
 * 機構改革: what of a submission still asks for a section's work becomes another section's. The people and their drafts move
 * along, so an answer keeps its state; what is finished stays with the section that did it. Appended as a fact and counted.
 * Runs inside the transaction of the whole move. Returns how many opinions moved.
 */
export async function moveToSection(
  { cases, counts }: Pick<CaseStores, 'cases' | 'counts'>,
  { submissionId, from, into }: SectionMove,
  signature: Signature,
): Promise<number> {
  const file = found(await cases.open(submissionId));
  const moving = file.opinions.filter((opinion) => opinion.sectionId === from && asksForWork(file, opinion));
  if (moving.length === 0) return 0;
  const moved = moving.map((opinion) => ({ ...opinion, sectionId: into }));
  await cases.saveOpinions(file, moved);
  await counts.record(
    file,
    moved.map((opinion, i) => ({ before: countedState(moving[i]!), after: countedState(opinion) })),
    signature,
    null,
  );
  await cases.changeSubmission(submissionId, {});
  await cases.appendFacts(
    submissionId,
    moved.map((opinion) => ({
      kind: 'section_moved',
      opinionId: opinion.id,
      details: { ordinal: opinion.ordinal, from, sectionId: into },
    })),
    signature,
  );
  return moved.length;
}

/** An open submission's opinions, and the promises of one that has ended. */
function asksForWork(file: CaseFile, opinion: CaseOpinion): boolean {
  if (!hasEnded(file.state)) return true;
  return opinion.outcome !== null && PROMISE_OUTCOMES.includes(opinion.outcome) && opinion.nextLookOn !== null;
}
