import { DomainError, LIMITS, newId } from '@kotae/kernel';
import { isSettled, nextAnswerState } from './answer-states';
import type { CaseFile, CaseOpinion } from './case-file';
import { countedState } from './counted-state';
import { decisionFact } from './decision-fact';
import { demandNotSending, demandVersion, found, sign, wrongState } from './guards';
import {
  changesAnything,
  labelsChanged,
  opinionChanges,
  placeDecisions,
  spanChanged,
  type OpinionChanges,
  type OpinionDecision,
  type PlacedDecision,
} from './opinion-changes';
import type { CaseworkContext, Places, Signature } from './ports';
import { optionalStaffText } from './staff-text';
import { hasEnded, nextSubmissionState } from './submission-states';

export interface DecideOpinionsInput {
  readonly submissionId: string;
  readonly version: number;
  readonly opinions: readonly OpinionDecision[];
  /** Required for every change after the first decision. */
  readonly reason?: string | null;
}

/**
 * 振り分け: splits a submission into opinions and decides class, topic and section of each; or changes that later, with a
 * reason. What was decided before stays in the facts. After an end only labels can be corrected.
 * @throws DomainError `stale`, `invalid_input`, `wrong_state`, `not_found`.
 */
export async function decideOpinions(context: CaseworkContext, input: DecideOpinionsInput): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases, counts, outbox }) => {
    // Before the submission is locked: who merges two sections takes the sections first and the submissions after.
    const unknown = await cases.unknownPlaces(placesOf(input.opinions));
    const file = found(await cases.open(input.submissionId));
    demandVersion(input.version, file.version);
    demandNotSending(file);
    const placed = placeDecisions(file.body, input.opinions);
    const changes = opinionChanges(file.opinions, placed);
    if (!changesAnything(changes)) return;
    const reason = optionalStaffText(input.reason, 'reason', '理由', LIMITS.reason);
    demandAllowed(file, changes, reason);
    demandKnownPlaces(file, placed, unknown);

    const ended = hasEnded(file.state);
    const after = opinionsAfter(changes, signature, ended);
    const touched = after.filter(({ before, opinion }) => before === null || differs(before, opinion));
    await cases.saveOpinions(
      file,
      touched.map(({ opinion }) => opinion),
    );
    if (changes.withdrawn.length > 0) {
      await cases.withdrawOpinions(
        changes.withdrawn.map((o) => o.id),
        signature.at,
      );
    }
    await counts.record(
      file,
      [
        ...touched.map(({ before, opinion }) => ({
          before: before && countedState(before),
          after: countedState(opinion),
        })),
        ...changes.withdrawn.map((o) => ({ before: countedState(o), after: null })),
      ],
      signature,
      reason,
    );
    const live = after.map(({ opinion }) => opinion);
    await cases.changeSubmission(file.submissionId, { state: stateAfter(file, live) });
    await cases.appendFacts(file.submissionId, [decisionFact(file, changes, after, reason)], signature);
    await outbox.add({ name: 'SubmissionTriaged', payload: { submissionId: file.submissionId } });
    for (const { before, opinion } of ended ? [] : touched) {
      if (before?.sectionId === opinion.sectionId) continue;
      await outbox.add({
        name: 'OpinionAssigned',
        payload: { submissionId: file.submissionId, opinionId: opinion.id, sectionId: opinion.sectionId },
      });
    }
    await cases.tellDesks();
  });
}

function demandAllowed(file: CaseFile, changes: OpinionChanges, reason: string | null): void {
  const first = file.opinions.length === 0;
  if (reason === null && (!first || hasEnded(file.state))) {
    throw new DomainError('invalid_input', '変更の理由を書いてください。', [
      { field: 'reason', message: '変更の理由を書いてください。' },
    ]);
  }
  const resplit =
    changes.added.length > 0 ||
    changes.withdrawn.length > 0 ||
    changes.kept.some(({ before, now }) => spanChanged(before, now));
  if (hasEnded(file.state) && !first && resplit) {
    throw wrongState('完結した受付では、分類・分野・担当課だけを訂正できます。意見の分け方は変えられません。');
  }
}

function placesOf(opinions: readonly OpinionDecision[]): Places {
  return {
    topics: [...new Set(opinions.map((o) => o.topic))],
    sections: [...new Set(opinions.map((o) => o.sectionId))],
    finerClasses: [...new Set(opinions.flatMap((o) => (o.finerClass == null ? [] : [`${o.class} ${o.finerClass}`])))],
  };
}

/** What an opinion has already may stay, even if the city uses it no more. */
function demandKnownPlaces(file: CaseFile, placed: readonly PlacedDecision[], unknown: Places): void {
  const problems = placed.flatMap((o, i) => {
    const before = file.opinions.find(({ id }) => id === o.id);
    const finer = o.finerClass === before?.finerClass && o.class === before?.class;
    return [
      ...(unknown.topics.includes(o.topic) && before?.topic !== o.topic
        ? [{ field: `opinions.${i}.topic`, message: '分野を一覧から選んでください。' }]
        : []),
      ...(unknown.sections.includes(o.sectionId) && before?.sectionId !== o.sectionId
        ? [{ field: `opinions.${i}.sectionId`, message: '担当課を一覧から選んでください。' }]
        : []),
      ...(unknown.finerClasses.includes(`${o.class} ${o.finerClass}`) && !finer
        ? [{ field: `opinions.${i}.finerClass`, message: '細分類を一覧から選んでください。' }]
        : []),
    ];
  });
  if (problems.length > 0) throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);
}

/** Every opinion that lives afterwards, in order, beside what it was. */
function opinionsAfter(
  changes: OpinionChanges,
  signature: Signature,
  ended: boolean,
): { before: CaseOpinion | null; opinion: CaseOpinion }[] {
  const kept = changes.kept.map(({ before, now }) => ({ before, opinion: changed(before, now, signature, ended) }));
  const added = changes.added.map((now) => ({ before: null, opinion: fresh(now, signature, ended) }));
  return [...kept, ...added].sort((a, b) => a.opinion.ordinal - b.opinion.ordinal);
}

function changed(before: CaseOpinion, now: PlacedDecision, signature: Signature, ended: boolean): CaseOpinion {
  const { ordinal, start, end, text } = now;
  if (!labelsChanged(before, now)) return { ...before, ordinal, start, end, text };
  const labelled = {
    ...before,
    ordinal,
    start,
    end,
    text,
    class: now.class,
    subtype: now.subtype,
    finerClass: now.finerClass,
    topic: now.topic,
    sectionId: now.sectionId,
    decidedBy: signature.actorName,
    decidedAt: signature.at,
  };
  if (ended || before.sectionId === now.sectionId) return labelled;
  return {
    ...labelled,
    answerState: nextAnswerState(before.answerState, 'reassign') ?? before.answerState,
    answerStep: 0,
    answerVersion: before.answerVersion + 1,
  };
}

function fresh(now: PlacedDecision, signature: Signature, ended: boolean): CaseOpinion {
  return {
    ...now,
    id: newId(signature.at.getTime()),
    decidedBy: signature.actorName,
    decidedAt: signature.at,
    answerState: ended ? 'not_needed' : 'waiting',
    answerBody: '',
    answerStep: 0,
    answerUpdatedAt: null,
    answerVersion: 0,
    outcome: null,
    outcomeOn: null,
    outcomeBy: null,
    nextLookOn: null,
  };
}

function differs(before: CaseOpinion, after: CaseOpinion): boolean {
  return before.ordinal !== after.ordinal || labelsChanged(before, after) || spanChanged(before, after);
}

/** `answered` holds exactly while nothing more is expected of any section. */
function stateAfter(file: CaseFile, live: readonly CaseOpinion[]): CaseFile['state'] {
  if (hasEnded(file.state)) return nextSubmissionState(file.state, 'correct') ?? file.state;
  const triaged = nextSubmissionState(file.state, 'triage') ?? file.state;
  if (!live.every((o) => isSettled(o.answerState))) return triaged;
  return nextSubmissionState(triaged, 'all_answered') ?? triaged;
}
