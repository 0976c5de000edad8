import type {
  AgeBand,
  Channel,
  DayString,
  OpinionClass,
  OpinionSubtype,
  Outcome,
  PiiKind,
  ReplyChannel,
  Role,
  SubmissionKind,
  UrgencyKind,
} from '@kotae/kernel';
import type { SubmissionState, AnswerState } from './inbox';
import type { ReplyDraft } from './reply';

export interface Span {
  /** UTF-16 offsets into the body. */
  start: number;
  end: number;
  text: string;
}

export interface Guess<C extends string> {
  code: C;
  /** 0…1, calibrated. */
  confidence: number;
}

export interface OpinionGuess extends Span {
  class: Guess<OpinionClass> & { reasons: string[]; alternatives: Guess<OpinionClass>[] };
  subtype: OpinionSubtype | null;
  /** `fewExamples`: the model has seen so few of this topic that its confidence says little. `code` is empty for none. */
  topic: Guess<string> & { reasons: string[]; alternatives: Guess<string>[]; fewExamples: boolean };
  sectionId: string | null;
  /** What a second voice said, where a city has one; null where it said nothing. */
  secondVoice: { class: OpinionClass | null; topic: string | null } | null;
}

export interface SuggestionView {
  modelVersion: string;
  opinions: OpinionGuess[];
  urgent: { kind: UrgencyKind; reasons: string[] } | null;
  /** In the body. */
  pii: (Span & { kind: PiiKind })[];
  /** In the subject. */
  subjectPii: (Span & { kind: PiiKind })[];
  doNotContact: Span | null;
}

export interface AnswerView {
  state: AnswerState;
  body: string;
  version: number;
  /** Where the approval route stands: the roles in order, and how many steps are done. */
  route: { role: Role; name: string; done: boolean }[];
  steps: {
    action: 'submit' | 'approve' | 'send_back' | 'approve_on_behalf';
    comment: string | null;
    by: string;
    at: string;
  }[];
  updatedAt: string | null;
}

export interface OpinionView extends Span {
  id: string;
  ordinal: number;
  class: OpinionClass;
  subtype: OpinionSubtype | null;
  finerClass: string | null;
  topic: string;
  topicName: string;
  sectionId: string;
  sectionName: string;
  decidedBy: string;
  decidedAt: string;
  answer: AnswerView;
  outcome: { code: Outcome; on: DayString; nextLookOn: DayString | null; by: string } | null;
}

export interface AttachmentView {
  id: string;
  purpose: 'attached' | 'scan';
  fileName: string;
  mediaType: string;
  byteSize: number;
}

export interface SubmitterView {
  name: string | null;
  email: string | null;
  phone: string | null;
  postalCode: string | null;
  address: string | null;
}

/** `GET /api/submissions/:id` */
export interface SubmissionDetail {
  submissionId: string;
  version: number;
  receiptNumber: string;
  kind: SubmissionKind;
  channel: Channel;
  receivedOn: DayString;
  receivedAt: string;
  state: SubmissionState;
  subject: string | null;
  body: string;
  /** True when the role may not see personal data and the text is masked (●●). Offsets are those of the masked text. */
  masked: boolean;
  urgent: UrgencyKind | null;
  /** Who last decided whether it is urgent; null while nobody has. */
  urgencyDecided: { by: string; at: string } | null;
  doNotContact: boolean;
  district: string | null;
  ageBand: AgeBand | null;
  publishConsent: boolean;
  reply: { wanted: boolean; channel: ReplyChannel | null };
  /** null for roles that may not see it, and for anonymous submissions (`anonymous` tells which). */
  submitter: SubmitterView | null;
  anonymous: boolean;
  dueOn: DayString | null;
  daysLeft: number | null;
  suggestion: SuggestionView | null;
  opinions: OpinionView[];
  attachments: AttachmentView[];
  replyView: ReplyDraft | null;
  closing: { kind: 'replied' | 'circulated' | 'forwarded'; reason: string | null; on: DayString } | null;
  publicationIds: string[];
  /** Receipt number and id of the submission that this one adds to. */
  follows: { submissionId: string; receiptNumber: string } | null;
  /** Campaign: others with nearly the same text. */
  /** `size` is counted up to `LIMITS.counted`, which means so many or more. */
  campaign: { size: number; submissionIds: string[] } | null;
  /** What this role may do now; buttons not listed are not shown. */
  actions: SubmissionAction[];
}

export const SUBMISSION_ACTIONS = [
  'triage',
  'retriage',
  'decide_urgency',
  'assign',
  'write_answer',
  'submit_answer',
  'approve_answer',
  'send_back_answer',
  'decide_outcome',
  'edit_reply',
  'send_reply',
  'circulate',
  'forward',
  'publish',
  'attach_scan',
] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

/** `POST /api/submissions/:id/urgency` */
export interface UrgencyRequest {
  /** null: 緊急ではない. */
  urgent: UrgencyKind | null;
  /** `urgencyDecided.at` as the screen showed it. */
  decidedAt: string | null;
}

/** `GET /api/submissions/:id/similar` */
export interface SimilarSubmission {
  submissionId: string;
  receiptNumber: string;
  receivedOn: DayString;
  excerpt: string;
  state: SubmissionState;
  similarity: number;
}

/** `GET /api/submissions/:id/history` */
export interface HistoryEntry {
  seq: string;
  at: string;
  by: string;
  /** Kind of fact, e.g. `received`, `opinions_decided`, `answer_approved`. */
  kind: string;
  /** The fact in one plain sentence. */
  text: string;
  opinionOrdinal: number | null;
  reason: string | null;
}

/** `POST /api/submissions` (paper and memos) */
export interface RegisterRequest {
  kind: SubmissionKind;
  channel: Channel;
  /** The date it really arrived, not the date it is typed in. */
  receivedOn: DayString;
  subject?: string | null;
  body: string;
  reply: { wanted: boolean; channel?: ReplyChannel | null };
  submitter?: Partial<SubmitterView> | null;
  district?: string | null;
  ageBand?: AgeBand | null;
  publishConsent?: boolean;
  /** Ids from `POST /api/attachments` (scan), each with the key that upload returned. */
  attachments?: { id: string; key: string }[];
  /** Made by the form once, so that sending twice registers once. */
  idempotencyKey: string;
}

/** Answer to `POST /api/submissions`: what goes onto the receipt slip. */
export interface RegisterAccepted {
  submissionId: string;
  receiptNumber: string;
  receiptCode: string;
  receivedOn: DayString;
  dueOn: DayString | null;
}
