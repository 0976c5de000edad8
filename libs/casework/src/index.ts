export { ANSWER_STATES, ANSWER_TRANSITIONS, SETTLED_ANSWERS, isSettled, nextAnswerState } from './answer-states';
export type { AnswerState, AnswerStep } from './answer-states';
export { approveAnswer, dismissAnswer, sendBackAnswer, submitAnswer } from './answer-steps';
export type { AnswerStepInput } from './answer-steps';
export { SECTION_ROUTE, maySign } from './approval-route';
export type { ApprovalRoute, ApprovalStop } from './approval-route';
export { CASE_FACT_KINDS } from './case-fact';
export type { CaseFactDraft, CaseFactKind } from './case-fact';
export type { CaseFile, CaseOpinion, CaseReply, ReplyPart, ReplyState } from './case-file';
export { closeSubmission } from './close-submission';
export type { CloseSubmissionInput } from './close-submission';
export { compileReply } from './compile-reply';
export type { CompiledReply, ReplySource } from './compile-reply';
export { decideOpinions } from './decide-opinions';
export type { DecideOpinionsInput } from './decide-opinions';
export { DEFAULT_LOOK_AGAIN_DAYS, decideOutcome } from './decide-outcome';
export type { DecideOutcomeInput } from './decide-outcome';
export { decideUrgency } from './decide-urgency';
export type { DecideUrgencyInput } from './decide-urgency';
export { historyReason, historySentence } from './history';
export type { HistoryNames } from './history';
export { markSeen } from './notice-submission';
export { moveToSection } from './move-section';
export type { SectionMove } from './move-section';
export type { OpinionDecision } from './opinion-changes';
export type {
  AnswerStepDraft,
  CaseStore,
  CaseStores,
  CaseworkContext,
  CountLog,
  CountedState,
  CountedSubmission,
  Places,
  ReplyingCity,
  Signature,
  SubmissionChange,
} from './ports';
export { markReplyFailed, markReplySent, postReply, saveReply, sendReply } from './send-reply';
export type { ReplyContext, SaveReplyInput, SendReplyInput } from './send-reply';
export { actionsFor } from './submission-actions';
export type { Abilities, ActionSource, CaseAction } from './submission-actions';
export {
  ENDED_STATES,
  SUBMISSION_STATES,
  SUBMISSION_TRANSITIONS,
  hasEnded,
  nextSubmissionState,
} from './submission-states';
export type { SubmissionState, SubmissionStep } from './submission-states';
export { unseenIfBefore } from './unseen';
export { whatItNeeds } from './what-it-needs';
export type { NeedsSource } from './what-it-needs';
export { writeAnswer } from './write-answer';
export type { WriteAnswerInput } from './write-answer';
