import { DomainError, actorName, type Actor, type Clock } from '@kotae/kernel';
import { nextAnswerState, type AnswerState, type AnswerStep } from './answer-states';
import type { CaseFile, CaseOpinion } from './case-file';
import type { Signature } from './ports';
import { nextSubmissionState, type SubmissionState, type SubmissionStep } from './submission-states';

/** Section roles act on what is assigned to their section; to everyone else of a section it does not exist. */
export function reaches(actor: Actor, sectionId: string): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  const ofSection = actor.role === 'section_member' || actor.role === 'section_approver';
  return !ofSection || actor.sectionId === sectionId;
}

export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new DomainError('not_found', '見つかりませんでした。');
  return thing;
}

/** The opinion of a file that the actor may act on. */
export function opinionFor(file: CaseFile, opinionId: string, actor: Actor): CaseOpinion {
  const opinion = found(file.opinions.find((o) => o.id === opinionId));
  if (!reaches(actor, opinion.sectionId)) throw new DomainError('not_found', '見つかりませんでした。');
  return opinion;
}

export function demandVersion(expected: number, actual: number): void {
  if (expected !== actual) {
    throw new DomainError('stale', 'ほかの人が先に変更しました。画面を更新して、もう一度お試しください。');
  }
}

export function wrongState(message: string): DomainError {
  return new DomainError('wrong_state', message);
}

export function demandSubmissionStep(state: SubmissionState, step: SubmissionStep, message: string): SubmissionState {
  const next = nextSubmissionState(state, step);
  if (next === null) throw wrongState(message);
  return next;
}

export function demandAnswerStep(state: AnswerState, step: AnswerStep, message: string): AnswerState {
  const next = nextAnswerState(state, step);
  if (next === null) throw wrongState(message);
  return next;
}

/** While a mail is on its way nothing may change under it. */
export function demandNotSending(file: CaseFile): void {
  if (file.reply?.state === 'sending') {
    throw wrongState('回答を送信しているところです。送信が終わってから、もう一度お試しください。');
  }
}

export function sign(actor: Actor, clock: Clock): Signature {
  return { actorId: actor.kind === 'staff' ? actor.staffId : null, actorName: actorName(actor), at: clock.now() };
}
