/**
 * What happened, by name. Payloads carry ids and codes, never a resident's text or personal data:
 * they travel through queues and may be seen in a failed-jobs list.
 */
export interface DomainEvents {
  SubmissionReceived: { submissionId: string };
  SubmissionTriaged: { submissionId: string };
  OpinionAssigned: { submissionId: string; opinionId: string; sectionId: string };
  AnswerSubmitted: { submissionId: string; opinionId: string; sectionId: string };
  AnswerSentBack: { submissionId: string; opinionId: string; sectionId: string };
  AnswerApproved: { submissionId: string; opinionId: string };
  ReplySent: { submissionId: string; replyId: string };
  OpinionDecided: { submissionId: string; opinionId: string };
  PublicationChanged: { publicationId: string };
  /** A submission may be urgent: the desk is told by mail as well. */
  UrgencyNoticed: { submissionId: string };
  /** On `day`, submissions had stayed unseen for a whole open day. */
  UnseenNoticed: { day: string };
  /** Topics were added, renamed, ended or given other words: what nobody has sorted yet is read again. */
  TopicsChanged: { reason: 'edited' };
  ModelRequested: { reason: 'first_start' | 'schedule' | 'by_hand' };
}
export type EventName = keyof DomainEvents;
export type DomainEvent = { [N in EventName]: { readonly name: N; readonly payload: DomainEvents[N] } }[EventName];

/** Port: an event handed over here commits with the change that caused it. */
export interface Outbox {
  add(event: DomainEvent): Promise<void>;
}
