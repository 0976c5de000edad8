import type { CaseFactDraft } from './case-fact';
import type { CaseFile, CaseOpinion } from './case-file';
import { labelsChanged, spanChanged, type OpinionChanges, type PlacedDecision } from './opinion-changes';

/** What a decision leaves in the history: the labels before and after it, and the reason. */
export function decisionFact(
  file: CaseFile,
  changes: OpinionChanges,
  after: readonly { before: CaseOpinion | null; opinion: CaseOpinion }[],
  reason: string | null,
): CaseFactDraft {
  if (file.opinions.length === 0) {
    const opinions = after.map(({ opinion }) => labelsOf(opinion));
    return { kind: 'opinions_decided', opinionId: null, details: { opinions, ...(reason === null ? {} : { reason }) } };
  }
  const relabelled = changes.kept
    .filter(({ before, now }) => labelsChanged(before, now))
    .map(({ before, now }) => ({ before: labelsOf(before), after: labelsOf(now) }));
  const resized = changes.kept.filter(({ before, now }) => spanChanged(before, now)).map(({ now }) => now.ordinal);
  return {
    kind: 'opinions_changed',
    opinionId: null,
    details: {
      reason,
      relabelled,
      resized,
      added: changes.added.map(labelsOf),
      withdrawn: changes.withdrawn.map(labelsOf),
    },
  };
}

function labelsOf(opinion: CaseOpinion | PlacedDecision) {
  const { id, ordinal, class: class_, subtype, finerClass, topic, sectionId } = opinion;
  return { id, ordinal, class: class_, subtype, ...(finerClass === null ? {} : { finerClass }), topic, sectionId };
}
