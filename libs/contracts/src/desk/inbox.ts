import type { Channel, DayString, OpinionClass, SubmissionKind, UrgencyKind } from '@kotae/kernel';

/** Named views of the one inbox; a section member sees only what is assigned to the section, whatever the view. */
export const INBOX_VIEWS = [
  'untriaged',
  'urgent',
  'due_soon',
  'overdue',
  'answering',
  'to_approve',
  'to_send',
  'promises',
  'all',
] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** States of a submission (libs/casework/src/submission-states.ts). */
export const SUBMISSION_STATES = ['received', 'triaged', 'answered', 'replied', 'circulated', 'forwarded'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** States of one opinion's answer (libs/casework/src/answer-states.ts). */
export const ANSWER_STATES = ['waiting', 'draft', 'submitted', 'sent_back', 'approved', 'not_needed'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export interface InboxChip {
  /** `suggested` by the machine or `decided` by a person. */
  origin: 'suggested' | 'decided';
  class: OpinionClass;
  topicName: string;
  sectionName: string;
}

/** One row: two lines, what it says and what it needs. `GET /api/inbox?view=&after=&q=` → Page<InboxRow> */
export interface InboxRow {
  submissionId: string;
  receiptNumber: string;
  kind: SubmissionKind;
  channel: Channel;
  receivedOn: DayString;
  state: SubmissionState;
  urgent: UrgencyKind | null;
  subject: string | null;
  /** The first 80 characters of the text; personal data masked for roles that may not see it. */
  excerpt: string;
  opinionCount: number;
  chips: InboxChip[];
  /** What is needed next, in words: 「振り分け」「回答案（道路課）」「決裁」「発送」… */
  needs: string;
  dueOn: DayString | null;
  /** Whole days until due; negative when late; null without a deadline or when ended. */
  daysLeft: number | null;
  replyWanted: boolean;
  doNotContact: boolean;
  seen: boolean;
}

/**
 * `GET /api/inbox/counts`; also pushed by `GET /api/events` (SSE, event `counts`). As they were at most a second ago, and
 * never older than what the same desk has changed. All but `untriaged` are counted up to `LIMITS.counted`, which means
 * so many or more.
 */
export interface InboxCounts {
  /** Exact. */
  untriaged: number;
  urgent: number;
  dueSoon: number;
  overdue: number;
  answering: number;
  toApprove: number;
  toSend: number;
  promises: number;
  /** Changes whenever any row may have changed; the list asks again when it does. */
  revision: string;
}
