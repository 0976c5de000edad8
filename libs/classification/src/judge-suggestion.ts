import type { OpinionClass } from '@kotae/kernel';
import type { OpinionVoice } from './second-voice';
import type { OpinionSuggestion } from './suggest';

/** What a person decided for one opinion, the first time the submission was sorted. */
export interface DecidedOpinion {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly class: OpinionClass;
  readonly topic: string;
  readonly sectionId: string;
}

/** What had been proposed for the same words; shares are 0…1. */
export interface ProposedLabels {
  readonly class: OpinionClass;
  readonly classConfidence: number;
  /** Null where the city had no topic to propose. */
  readonly topic: { readonly code: string; readonly confidence: number } | null;
  /** Where the topic that was decided stood among the proposed ones: 1, 2, 3, or 0 when it was not among them. */
  readonly topicPlace: number;
  readonly sectionId: string | null;
  /** What a second voice had said, beside what the own model had said before it was heard; null where it said nothing. */
  readonly voice: { readonly class: VotePair | null; readonly topic: VotePair | null } | null;
}

/** Codes that two voices gave to the same words. */
export interface VotePair {
  readonly own: string;
  readonly second: string;
}

/** One decision beside the proposal; `proposed` is null when no proposed opinion was about mostly the same words. */
export interface OpinionVerdict {
  readonly decided: DecidedOpinion;
  readonly proposed: ProposedLabels | null;
}

/** Shared words over all words of both: below this they are different opinions, whose labels say nothing about each other. */
const SAME_WORDS = 0.5;

interface Span {
  readonly start: number;
  readonly end: number;
}

type Proposed = Pick<OpinionSuggestion, 'start' | 'end' | 'class' | 'topic' | 'section' | 'secondVoice'>;

/** Puts each decided opinion beside the proposed one that covers mostly the same words; each proposal is used once. */
export function judgeSuggestion(
  proposed: readonly Proposed[],
  decided: readonly DecidedOpinion[],
): readonly OpinionVerdict[] {
  const partners = partnersOf(proposed, decided);
  return decided.map((one, at) => {
    const partner = partners[at];
    return { decided: one, proposed: partner == null ? null : labelsOf(partner, one) };
  });
}

/** For each decided opinion the proposed one about mostly the same words; null where there is none. */
export function partnersOf<P extends Span>(proposed: readonly P[], decided: readonly Span[]): readonly (P | null)[] {
  const pairs = decided
    .flatMap((d, at) => proposed.map((p, from) => ({ at, from, overlap: overlapOf(p, d) })))
    .filter(({ overlap }) => overlap >= SAME_WORDS)
    .sort((a, b) => b.overlap - a.overlap || a.at - b.at || a.from - b.from);
  const partner = new Map<number, number>();
  const used = new Set<number>();
  for (const { at, from } of pairs) {
    if (partner.has(at) || used.has(from)) continue;
    partner.set(at, from);
    used.add(from);
  }
  return decided.map((_, at) => {
    const from = partner.get(at);
    return from === undefined ? null : proposed[from]!;
  });
}

function labelsOf(proposed: Proposed, decided: DecidedOpinion): ProposedLabels {
  const ranked = [proposed.topic, ...proposed.topic.alternatives].map((topic) => topic.code);
  return {
    class: proposed.class.code,
    classConfidence: proposed.class.confidence,
    topic: proposed.topic.code === '' ? null : { code: proposed.topic.code, confidence: proposed.topic.confidence },
    topicPlace: ranked.slice(0, 3).indexOf(decided.topic) + 1,
    sectionId: proposed.section?.id ?? null,
    voice: proposed.secondVoice === undefined ? null : votesOf(proposed.secondVoice),
  };
}

/** Only where both have said something can one be compared with the other. */
function votesOf({ class: class_, topic, own }: OpinionVoice): ProposedLabels['voice'] {
  const pair = (ranked: readonly { readonly code: string }[], said: { readonly code: string } | null) =>
    said === null || ranked[0] === undefined ? null : { own: ranked[0].code, second: said.code };
  const votes = { class: pair(own.classes, class_), topic: pair(own.topics, topic) };
  return votes.class === null && votes.topic === null ? null : votes;
}

function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
