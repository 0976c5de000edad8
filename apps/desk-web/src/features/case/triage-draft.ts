import type { OpinionGuess, SubmissionDetail, TopicView, TriagedOpinion } from '@kotae/contracts';
import type { OpinionClass, OpinionSubtype } from '@kotae/kernel';
import { contains, overlaps, remainder, trimmed } from './spans';
import type { Stretch } from './spans';

/** One opinion while it is being decided. */
export interface DraftOpinion extends Stretch {
  /** Stays the same while the draft is edited. */
  readonly key: string;
  /** Id of an opinion decided before. */
  readonly id: string | null;
  readonly class: OpinionClass | null;
  readonly subtype: OpinionSubtype | null;
  readonly finerClass: string | null;
  readonly topic: string | null;
  readonly sectionId: string | null;
  /** What the machine thought of this stretch of text; null where a person cut it. */
  readonly guess: OpinionGuess | null;
  /** What a person set by hand here, so that it looks decided and not suggested. */
  readonly touched: { readonly class: boolean; readonly topic: boolean; readonly section: boolean };
}

export interface TriageDraft {
  readonly body: string;
  readonly opinions: readonly DraftOpinion[];
  /** Index of the opinion that keys act on. */
  readonly current: number;
}

const UNTOUCHED = { class: false, topic: false, section: false };

/** What was decided before, else what the machine suggests, else the whole letter as one undecided opinion. */
export function draftOf(detail: SubmissionDetail): TriageDraft {
  const { body } = detail;
  const decided = detail.opinions.map((o): DraftOpinion => ({
    key: o.id,
    id: o.id,
    start: o.start,
    end: o.end,
    class: o.class,
    subtype: o.subtype,
    finerClass: o.finerClass,
    topic: o.topic,
    sectionId: o.sectionId,
    guess: null,
    touched: { class: true, topic: true, section: true },
  }));
  if (decided.length > 0) return { body, opinions: decided, current: 0 };
  const suggested = (detail.suggestion?.opinions ?? []).map((guess, index): DraftOpinion => ({
    key: `guess-${index}`,
    id: null,
    start: guess.start,
    end: guess.end,
    class: guess.class.code,
    subtype: guess.subtype,
    finerClass: null,
    topic: guess.topic.code || null,
    sectionId: guess.sectionId,
    guess,
    touched: UNTOUCHED,
  }));
  if (suggested.length > 0) return { body, opinions: suggested, current: 0 };
  const whole = trimmed(body, { start: 0, end: body.length }) ?? { start: 0, end: body.length };
  return { body, opinions: [blank('whole', whole)], current: 0 };
}

export function select(draft: TriageDraft, index: number): TriageDraft {
  const last = draft.opinions.length - 1;
  return { ...draft, current: Math.max(0, Math.min(last, index)) };
}

/** Sets the class; choosing 事務改善要望 again changes its sub-type. */
export function withClass(draft: TriageDraft, code: OpinionClass): TriageDraft {
  return edited(draft, (o) => ({
    ...o,
    class: code,
    subtype: code === 'operations_improvement' ? nextSubtype(o, code) : null,
    finerClass: o.class === code ? o.finerClass : null,
    touched: { ...o.touched, class: true },
  }));
}

export function withSubtype(draft: TriageDraft, subtype: OpinionSubtype): TriageDraft {
  return edited(draft, (o) => ({ ...o, subtype, touched: { ...o.touched, class: true } }));
}

/** Sets the city's own finer class; null for none. */
export function withFiner(draft: TriageDraft, finerClass: string | null): TriageDraft {
  return edited(draft, (o) => ({ ...o, finerClass, touched: { ...o.touched, class: true } }));
}

/** Sets the topic, and with it the section that leads on it. */
export function withTopic(draft: TriageDraft, topic: TopicView): TriageDraft {
  return edited(draft, (o) => ({
    ...o,
    topic: topic.code,
    sectionId: topic.sectionId,
    touched: { ...o.touched, topic: true, section: true },
  }));
}

export function withSection(draft: TriageDraft, sectionId: string): TriageDraft {
  return edited(draft, (o) => ({ ...o, sectionId, touched: { ...o.touched, section: true } }));
}

/**
 * Makes a stretch of text one opinion. Opinions inside it become that one (the first keeps its id and labels);
 * one that it is cut out of keeps its longer side. A selection never makes more than one opinion.
 */
export function withCut(draft: TriageDraft, chosen: Stretch): TriageDraft {
  const span = trimmed(draft.body, chosen);
  if (!span) return draft;
  const inside = draft.opinions.filter((o) => contains(span, o));
  const parent = draft.opinions.find((o) => overlaps(o, span)) ?? draft.opinions[draft.current];
  const keeper = inside[0];
  const made: DraftOpinion = keeper
    ? { ...keeper, ...span, guess: keeper.start === span.start && keeper.end === span.end ? keeper.guess : null }
    : { ...blank(freshKey(draft), span), ...labelsOf(parent) };
  const rest = draft.opinions
    .filter((o) => !contains(span, o))
    .map((o) => (overlaps(o, span) ? shrunk(draft.body, o, span) : o))
    .filter((o) => o !== null);
  const opinions = [...rest, made].sort((a, b) => a.start - b.start);
  return { ...draft, opinions, current: opinions.indexOf(made) };
}

/** The current opinion and the next become one (the last: it and the one before); the first of the two keeps its labels. */
export function withMerge(draft: TriageDraft): TriageDraft {
  if (draft.opinions.length < 2) return draft;
  const at = Math.min(draft.current, draft.opinions.length - 2);
  const [first, second] = [draft.opinions[at], draft.opinions[at + 1]];
  if (!first || !second) return draft;
  const id = first.id ?? second.id;
  const one: DraftOpinion = { ...first, id, start: first.start, end: second.end, guess: null };
  return { ...draft, opinions: draft.opinions.toSpliced(at, 2, one), current: at };
}

/** What is still missing before the decision can be made, in words; empty when nothing is. */
export function missing(draft: TriageDraft): string[] {
  return draft.opinions.flatMap((o, index) => {
    const parts = [!o.class && '分類', !o.topic && '分野', !o.sectionId && '担当課'].filter((part) => part !== false);
    return parts.length > 0 ? [`意見${index + 1}の${parts.join('・')}`] : [];
  });
}

/** The decision as the server takes it, or null while something is missing. */
export function decisionOf(draft: TriageDraft): TriagedOpinion[] | null {
  const decided = draft.opinions.map((o): TriagedOpinion | null =>
    o.class && o.topic && o.sectionId
      ? {
          id: o.id,
          start: o.start,
          end: o.end,
          class: o.class,
          subtype: o.class === 'operations_improvement' ? (o.subtype ?? 'proposal_led') : null,
          finerClass: o.finerClass,
          topic: o.topic,
          sectionId: o.sectionId,
        }
      : null,
  );
  return decided.every((o) => o !== null) ? decided : null;
}

function blank(key: string, span: Stretch): DraftOpinion {
  return {
    key,
    id: null,
    start: span.start,
    end: span.end,
    class: null,
    subtype: null,
    finerClass: null,
    topic: null,
    sectionId: null,
    guess: null,
    touched: UNTOUCHED,
  };
}

function labelsOf(parent: DraftOpinion | undefined) {
  if (!parent) return {};
  return {
    class: parent.class,
    subtype: parent.subtype,
    finerClass: parent.finerClass,
    topic: parent.topic,
    sectionId: parent.sectionId,
  };
}

function shrunk(body: string, opinion: DraftOpinion, taken: Stretch): DraftOpinion | null {
  const left = remainder(body, opinion, taken);
  return left && { ...opinion, ...left };
}

function freshKey(draft: TriageDraft): string {
  const used = new Set(draft.opinions.map((o) => o.key));
  let n = 1;
  while (used.has(`cut-${n}`)) n += 1;
  return `cut-${n}`;
}

function nextSubtype(opinion: DraftOpinion, code: OpinionClass): OpinionSubtype {
  if (opinion.class !== code) return opinion.guess?.subtype ?? 'proposal_led';
  return opinion.subtype === 'proposal_led' ? 'complaint_led' : 'proposal_led';
}

function edited(draft: TriageDraft, change: (opinion: DraftOpinion) => DraftOpinion): TriageDraft {
  return { ...draft, opinions: draft.opinions.map((o, index) => (index === draft.current ? change(o) : o)) };
}
