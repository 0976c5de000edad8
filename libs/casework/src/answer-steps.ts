import { DomainError, LIMITS, type Actor } from '@kotae/kernel';
import { isSettled } from './answer-states';
import { SECTION_ROUTE, isLastStop, maySign, type ApprovalRoute } from './approval-route';
import type { CaseFile, CaseOpinion } from './case-file';
import { demandAnswerStep, demandNotSending, demandVersion, found, opinionFor, sign, wrongState } from './guards';
import type { CaseworkContext, CaseStores, Signature } from './ports';
import { optionalStaffText, staffText } from './staff-text';
import { hasEnded, nextSubmissionState } from './submission-states';

export interface AnswerStepInput {
  readonly opinionId: string;
  readonly version: number;
  readonly comment?: string | null;
}

/**
 * 提出: the section hands its draft to the approver. Returns the answer's new version.
 * @throws DomainError `wrong_state` unless there is a draft or it was sent back; `stale`, `not_found`.
 */
export function submitAnswer(
  context: CaseworkContext,
  input: AnswerStepInput,
  route: ApprovalRoute = SECTION_ROUTE,
): Promise<number> {
  return step(context, input, async ({ stores, file, opinion, signature }) => {
    demandSignature(route, 0, context.actor);
    const answerState = demandAnswerStep(opinion.answerState, 'submit', '提出できる回答案がありません。');
    const comment = optionalStaffText(input.comment, 'comment', 'コメント', LIMITS.comment);
    const after = { ...opinion, answerState, answerStep: 1 };
    await stores.cases.appendAnswerStep(
      { opinionId: opinion.id, action: 'submit', body: opinion.answerBody, comment },
      signature,
    );
    await stores.outbox.add({ name: 'AnswerSubmitted', payload: eventOf(file, opinion) });
    return { after, kind: 'answer_submitted', details: { ...of(opinion), comment } };
  });
}

/**
 * 決裁: signs the stop of the route where the answer stands; after the last stop it is approved, and when nothing more is
 * expected of any section the submission is `answered`.
 * @throws DomainError `wrong_state` unless submitted, `forbidden` when the stop asks for another role.
 */
export function approveAnswer(
  context: CaseworkContext,
  input: AnswerStepInput,
  route: ApprovalRoute = SECTION_ROUTE,
): Promise<number> {
  return step(context, input, async ({ stores, file, opinion, signature }) => {
    const last = isLastStop(route, opinion.answerStep);
    const answerState = demandAnswerStep(
      opinion.answerState,
      last ? 'approve' : 'pass_on',
      '決裁を待っている回答ではありません。',
    );
    demandSignature(route, opinion.answerStep, context.actor);
    const comment = optionalStaffText(input.comment, 'comment', 'コメント', LIMITS.comment);
    await stores.cases.appendAnswerStep(
      { opinionId: opinion.id, action: 'approve', body: opinion.answerBody, comment },
      signature,
    );
    if (last) {
      await stores.outbox.add({
        name: 'AnswerApproved',
        payload: { submissionId: file.submissionId, opinionId: opinion.id },
      });
    }
    return {
      after: { ...opinion, answerState, answerStep: opinion.answerStep + 1 },
      kind: 'answer_approved',
      details: { ...of(opinion), stop: route[opinion.answerStep]?.name ?? '', last, comment },
    };
  });
}

/**
 * 差戻し: back to the section with a word on what to change. An approved answer can be taken back until the reply goes out.
 * @throws DomainError `wrong_state`, `forbidden`, `invalid_input` without a comment.
 */
export function sendBackAnswer(
  context: CaseworkContext,
  input: AnswerStepInput,
  route: ApprovalRoute = SECTION_ROUTE,
): Promise<number> {
  return step(context, input, async ({ stores, file, opinion, signature }) => {
    const answerState = demandAnswerStep(opinion.answerState, 'send_back', '差し戻せる回答ではありません。');
    demandSignature(route, Math.min(opinion.answerStep, route.length - 1), context.actor);
    const comment = staffText(input.comment, 'comment', '差し戻しのコメント', LIMITS.comment);
    await stores.cases.appendAnswerStep(
      { opinionId: opinion.id, action: 'send_back', body: opinion.answerBody, comment },
      signature,
    );
    await stores.outbox.add({ name: 'AnswerSentBack', payload: eventOf(file, opinion) });
    return {
      after: { ...opinion, answerState, answerStep: 0 },
      kind: 'answer_sent_back',
      details: { ...of(opinion), comment },
    };
  });
}

/**
 * The desk decides that an opinion needs no answer (thanks, not the city's affair, answered elsewhere).
 * @throws DomainError `wrong_state` when it is approved already, `invalid_input` without a reason.
 */
export function dismissAnswer(context: CaseworkContext, input: AnswerStepInput): Promise<number> {
  return step(context, input, async ({ opinion }) => {
    const answerState = demandAnswerStep(opinion.answerState, 'dismiss', 'この回答は、もう決裁が済んでいます。');
    const reason = staffText(input.comment, 'comment', '回答しない理由', LIMITS.comment);
    return {
      after: { ...opinion, answerState, answerStep: 0 },
      kind: 'answer_not_needed',
      details: { ...of(opinion), reason },
    };
  });
}

interface Standing {
  readonly stores: CaseStores;
  readonly file: CaseFile;
  readonly opinion: CaseOpinion;
  readonly signature: Signature;
}

interface Taken {
  readonly after: CaseOpinion;
  readonly kind: 'answer_submitted' | 'answer_approved' | 'answer_sent_back' | 'answer_not_needed';
  readonly details: Readonly<Record<string, unknown>>;
}

/** What every step has in common: the opinion, its version, the state of the submission that follows, and the fact. */
function step(
  context: CaseworkContext,
  input: AnswerStepInput,
  take: (standing: Standing) => Promise<Taken>,
): Promise<number> {
  const signature = sign(context.actor, context.clock);
  return context.uow.run(async (stores) => {
    const { cases } = stores;
    const file = found(await cases.openByOpinion(input.opinionId));
    const opinion = opinionFor(file, input.opinionId, context.actor);
    demandVersion(input.version, opinion.answerVersion);
    if (hasEnded(file.state)) throw wrongState('完結した受付の回答は変えられません。');
    demandNotSending(file);
    const { after, kind, details } = await take({ stores, file, opinion, signature });
    const answerVersion = opinion.answerVersion + 1;
    const saved = { ...after, answerVersion, answerUpdatedAt: signature.at };
    await cases.saveOpinions(file, [saved]);
    const state = stateAfter(file, saved);
    if (state !== file.state) await cases.changeSubmission(file.submissionId, { state });
    await cases.appendFacts(file.submissionId, [{ kind, opinionId: opinion.id, details }], signature);
    await cases.tellDesks();
    return answerVersion;
  });
}

function stateAfter(file: CaseFile, saved: CaseOpinion): CaseFile['state'] {
  const settled = file.opinions.every((o) => isSettled(o.id === saved.id ? saved.answerState : o.answerState));
  const next = nextSubmissionState(file.state, settled ? 'all_answered' : 'answer_reopened');
  return next ?? file.state;
}

function demandSignature(route: ApprovalRoute, stop: number, actor: Actor): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'staff' && maySign(route, stop, actor.role)) return;
  throw new DomainError('forbidden', 'この決裁をする権限がありません。');
}

function of(opinion: CaseOpinion) {
  return { ordinal: opinion.ordinal, sectionId: opinion.sectionId };
}

function eventOf(file: CaseFile, opinion: CaseOpinion) {
  return { submissionId: file.submissionId, opinionId: opinion.id, sectionId: opinion.sectionId };
}
