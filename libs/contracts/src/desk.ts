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
import type { CityView } from './portal';

// ---- Sign-in -------------------------------------------------------------------------------------------------------

/** `POST /api/session` */
export interface SignInRequest {
  login: string;
  password: string;
}

/** `GET /api/session`; every request that changes something sends `csrfToken` as header `X-CSRF-Token`. */
export interface Me {
  staffId: string;
  name: string;
  role: Role;
  sectionId: string | null;
  sectionName: string | null;
  csrfToken: string;
  permissions: Permission[];
}

/** What an endpoint asks for; the table of who may do what is libs/contracts/src/permissions.ts and docs/permissions.md. */
export const PERMISSIONS = [
  'inbox.read',
  'submission.read',
  'submission.register',
  'submission.triage',
  'submission.close',
  'personal_data.read',
  'answer.write',
  'answer.approve',
  'reply.send',
  'outcome.decide',
  'publication.write',
  'history.read',
  'indicator.read',
  'indicator.open',
  'indicator.write',
  'template.write',
  'staff.manage',
  'settings.write',
  'jobs.read',
  'jobs.retry',
  'model.read',
  'model.train',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

// ---- Reference data ------------------------------------------------------------------------------------------------

export interface SectionView {
  id: string;
  name: string;
  active: boolean;
}
export interface TopicView {
  code: string;
  name: string;
  sectionId: string;
  active: boolean;
}
/** `GET /api/reference` */
export interface Reference {
  city: CityView;
  sections: SectionView[];
  topics: TopicView[];
  today: DayString;
}

// ---- Inbox ---------------------------------------------------------------------------------------------------------

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

/** `GET /api/inbox/counts`; also pushed by `GET /api/events` (SSE, event `counts`). */
export interface InboxCounts {
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

// ---- One submission ------------------------------------------------------------------------------------------------

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
  topic: Guess<string> & { reasons: string[]; alternatives: Guess<string>[] };
  sectionId: string | null;
}

export interface SuggestionView {
  modelVersion: string;
  opinions: OpinionGuess[];
  urgent: { kind: UrgencyKind; reasons: string[] } | null;
  pii: (Span & { kind: PiiKind })[];
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
  urgentAcknowledged: { by: string; at: string } | null;
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
  campaign: { size: number; submissionIds: string[] } | null;
  /** What this role may do now; buttons not listed are not shown. */
  actions: SubmissionAction[];
}

export const SUBMISSION_ACTIONS = [
  'triage',
  'retriage',
  'acknowledge_urgent',
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

export interface TriagedOpinion {
  /** Id of an opinion that stays; absent for a new one. */
  id?: string | null;
  start: number;
  end: number;
  class: OpinionClass;
  subtype?: OpinionSubtype | null;
  topic: string;
  sectionId: string;
}

/** `POST /api/submissions/:id/triage`: the first decision, or a later change (then `reason` is required). */
export interface TriageRequest {
  version: number;
  opinions: TriagedOpinion[];
  reason?: string | null;
}

/** `POST /api/submissions/:id/close` */
export interface CloseRequest {
  version: number;
  kind: 'circulated' | 'forwarded';
  reason: string;
  /** Where it was forwarded to, with `forwarded`. */
  to?: string | null;
}

/** `PUT /api/opinions/:id/answer` */
export interface AnswerRequest {
  body: string;
  version: number;
}
/** Answer to everything that changes an answer: its new version. */
export interface Versioned {
  version: number;
}
/** `POST /api/opinions/:id/answer/{submit|approve|send-back|not-needed}`; `not-needed` is the desk's, and wants a comment. */
export interface AnswerStepRequest {
  version: number;
  comment?: string | null;
}
/** `POST /api/opinions/:id/outcome` */
export interface OutcomeRequest {
  outcome: Outcome;
  on: DayString;
  nextLookOn?: DayString | null;
  reason?: string | null;
}

/** `GET|PUT /api/submissions/:id/reply`; compiled from the approved answers. */
export interface ReplyDraft {
  state: 'draft' | 'sending' | 'sent' | 'failed';
  channel: ReplyChannel | null;
  signer: string;
  opening: string;
  parts: { opinionId: string; ordinal: number; quote: string; answer: string; sectionName: string }[];
  closing: string;
  sentOn: DayString | null;
  version: number;
}
/** `POST /api/submissions/:id/reply/{send|posted}`; `version` of the texts that were read before, when it is known. */
export interface SendReplyRequest {
  version?: number | null;
}
export interface ReplyRequest {
  opening: string;
  closing: string;
  version: number;
}

// ---- Templates, publication, indicators ----------------------------------------------------------------------------

export interface TemplateView {
  id: string;
  sectionId: string | null;
  name: string;
  body: string;
}
export type TemplateRequest = Omit<TemplateView, 'id'>;

export interface PublicationView {
  id: string;
  submissionId: string;
  receiptNumber: string;
  opinionIds: string[];
  state: 'draft' | 'published' | 'withdrawn';
  title: string;
  question: string;
  answer: string;
  topic: string;
  topicName: string;
  sectionId: string;
  sectionName: string;
  publishConsent: boolean;
  /** Personal information found in question or answer and not yet resolved; publishing is refused while any is left. */
  pii: { field: 'title' | 'question' | 'answer'; start: number; end: number; text: string; kind: PiiKind }[];
  /** Found texts that a person has declared harmless (e.g. a public name). */
  cleared: string[];
  publishedOn: DayString | null;
  withdrawnOn: DayString | null;
  withdrawnReason: string | null;
  version: number;
}
/** `POST /api/publications` */
export interface PublicationCreateRequest {
  submissionId: string;
  opinionIds: string[];
}
/** `PUT /api/publications/:id` */
export interface PublicationRequest {
  title: string;
  question: string;
  answer: string;
  cleared: string[];
  version: number;
}

/** `GET /api/plans` */
export interface PlanView {
  id: string;
  name: string;
  municipality: string;
  own: boolean;
  firstYear: number | null;
  lastYear: number | null;
  notes: string[];
  indicatorCount: number;
}

/** One opinion behind a number. `GET /api/indicators/:id/opinions?fiscalYear=&month=&after=` → OpinionsBehind */
export interface OpinionBehind {
  opinionId: string;
  submissionId: string;
  receiptNumber: string;
  countedOn: DayString;
  class: OpinionClass;
  outcome: Outcome | null;
  topicName: string;
  sectionName: string;
  /** Masked unless the role may read personal data. */
  excerpt: string;
}
export interface OpinionsBehind {
  total: number;
  items: OpinionBehind[];
  next: string | null;
}

/** `POST /api/publications/:id/withdraw`; `publish` takes a `Versioned`. */
export interface WithdrawRequest {
  reason: string;
  version: number;
}

/** `POST /api/indicators/:id/values` */
export interface IndicatorValueRequest {
  fiscalYear: number;
  value: number | null;
  printed?: string | null;
  sourceText: string;
}

/** `POST /api/indicators/:id/closings`: closes the fiscal year of the indicator's whole plan. */
export interface ClosingRequest {
  fiscalYear: number;
}
/** A closed fiscal year of a plan. */
export interface ClosingView {
  planId: string;
  fiscalYear: number;
  closedAt: string;
  closedBy: string;
  /** Over the kept record, byte for byte. */
  sha256: string;
}
/** `GET /api/indicators/:id/restatement?fiscalYear=`: a closed number beside what the same question answers today. */
export interface RestatementView {
  indicatorId: string;
  fiscalYear: number;
  then: number | null;
  now: number | null;
  difference: number | null;
  /** Ids of opinions that make the difference. */
  added: string[];
  removed: string[];
  changed: string[];
  restated: boolean;
}

// ---- Administration ------------------------------------------------------------------------------------------------

export interface StaffView {
  id: string;
  login: string;
  name: string;
  role: Role;
  sectionId: string | null;
  active: boolean;
  locked: boolean;
}
export interface StaffRequest {
  login: string;
  name: string;
  role: Role;
  sectionId?: string | null;
  active: boolean;
  /** Required for a new account; when given for an existing one it replaces the password and ends its sessions. */
  password?: string | null;
}

export interface FailedDelivery {
  eventId: string;
  reaction: string;
  eventName: string;
  attempts: number;
  /** A code such as `smtp_refused`; never a resident's text. */
  lastError: string;
  failedAt: string;
  submissionId: string | null;
}

/** One thing that an operator should know to be well; `words` say how it is, `whatToDo` is null while it is well. */
export interface OperationsCheck {
  name: 'database' | 'worker' | 'queue' | 'deliveries' | 'mail' | 'unseen';
  ok: boolean;
  words: string;
  whatToDo: string | null;
}

/** `GET /api/operations` */
export interface OperationsView {
  checks: OperationsCheck[];
}

export interface ModelView {
  version: string;
  trainedAt: string;
  trainedOn: number;
  active: boolean;
  evaluation: {
    classAccuracy: number;
    proposalAccuracy: number;
    topicTop1: number;
    topicTop3: number;
    items: number;
  } | null;
  words: string;
}

/** `GET|PUT /api/settings`: what the municipality sets for itself. */
export interface SettingsView extends CityView {
  deskEmail: string;
  extraHolidays: DayString[];
  replySigner: string;
  maskForSections: boolean;
  publicWords: string[];
  deskUrl: string;
}
