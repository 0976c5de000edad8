import { DomainError, type FieldProblem, type OpinionClass, type OpinionSubtype } from '@kotae/kernel';
import type { CaseOpinion } from './case-file';

/** An opinion as the desk decided it: a span of the body and its labels. */
export interface OpinionDecision {
  /** Id of a live opinion that stays; absent for a new one. */
  readonly id?: string | null;
  /** UTF-16 offsets into the body. */
  readonly start: number;
  readonly end: number;
  readonly class: OpinionClass;
  readonly subtype?: OpinionSubtype | null;
  /** 細分類 of the city's own, under this class. */
  readonly finerClass?: string | null;
  readonly topic: string;
  readonly sectionId: string;
}

/** A decision with its span trimmed, in the order of the text. */
export interface PlacedDecision {
  readonly id: string | null;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: OpinionClass;
  readonly subtype: OpinionSubtype | null;
  readonly finerClass: string | null;
  readonly topic: string;
  readonly sectionId: string;
}

/** How the live opinions of a submission change. */
export interface OpinionChanges {
  readonly kept: readonly { readonly before: CaseOpinion; readonly now: PlacedDecision }[];
  readonly added: readonly PlacedDecision[];
  readonly withdrawn: readonly CaseOpinion[];
}

const MOST_OPINIONS = 50;

/**
 * Decisions in the order of the text, blanks at their edges trimmed away.
 * @throws DomainError `invalid_input` when there is none, or a span is empty, outside the body or overlaps another.
 */
export function placeDecisions(body: string, decisions: readonly OpinionDecision[]): PlacedDecision[] {
  const problems: FieldProblem[] = [];
  if (decisions.length === 0) problems.push({ field: 'opinions', message: '意見を1件以上選んでください。' });
  if (decisions.length > MOST_OPINIONS) {
    problems.push({ field: 'opinions', message: `意見は${MOST_OPINIONS}件までに分けてください。` });
  }
  const placed = decisions
    .map((decision, i) => ({ decision, i, ...trimmed(body, decision.start, decision.end) }))
    .sort((a, b) => a.start - b.start || a.i - b.i);
  placed.forEach(({ i, start, end }, place) => {
    if (start >= end) {
      problems.push({ field: `opinions.${i}`, message: '意見の範囲を、本文の中から選び直してください。' });
    } else if (place > 0 && start < placed[place - 1]!.end) {
      problems.push({ field: `opinions.${i}`, message: '意見の範囲が、ほかの意見と重なっています。' });
    }
  });
  if (problems.length > 0) throw new DomainError('invalid_input', '意見の分け方をもう一度ご確認ください。', problems);
  return placed.map(({ decision, start, end }, place) => ({
    id: decision.id ?? null,
    ordinal: place + 1,
    start,
    end,
    text: body.slice(start, end),
    class: decision.class,
    subtype: decision.class === 'operations_improvement' ? (decision.subtype ?? null) : null,
    finerClass: decision.finerClass ?? null,
    topic: decision.topic,
    sectionId: decision.sectionId,
  }));
}

/**
 * Sorts decisions into kept, added and withdrawn.
 * @throws DomainError `stale` when a decision names an opinion that does not live any more, or names one twice.
 */
export function opinionChanges(live: readonly CaseOpinion[], placed: readonly PlacedDecision[]): OpinionChanges {
  const byId = new Map(live.map((opinion) => [opinion.id, opinion]));
  const kept = placed
    .filter((now) => now.id !== null)
    .map((now) => {
      const before = byId.get(now.id!);
      if (before === undefined || !byId.delete(before.id)) {
        throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
      }
      return { before, now };
    });
  return { kept, added: placed.filter((now) => now.id === null), withdrawn: [...byId.values()] };
}

export function labelsChanged(before: CaseOpinion, now: PlacedDecision): boolean {
  return (
    before.class !== now.class ||
    before.subtype !== now.subtype ||
    before.finerClass !== now.finerClass ||
    before.topic !== now.topic ||
    before.sectionId !== now.sectionId
  );
}

export function spanChanged(before: CaseOpinion, now: PlacedDecision): boolean {
  return before.start !== now.start || before.end !== now.end;
}

/** Whether anything that a person decided changes; a new ordinal alone is no decision. */
export function changesAnything(changes: OpinionChanges): boolean {
  return (
    changes.added.length > 0 ||
    changes.withdrawn.length > 0 ||
    changes.kept.some(({ before, now }) => labelsChanged(before, now) || spanChanged(before, now))
  );
}

function trimmed(body: string, start: number, end: number): { start: number; end: number } {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > body.length || start >= end) {
    return { start: 0, end: 0 };
  }
  const slice = body.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return lead === slice.length ? { start: 0, end: 0 } : { start: start + lead, end: start + slice.trimEnd().length };
}
