import type { DayString, PiiKind } from '@kotae/kernel';

/** One place that a person hid: of what kind, and whether the machine had pointed at it. */
export interface HiddenMark {
  kind: PiiKind;
  found: boolean;
}

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
  /** What people hid through the editor: kinds only. */
  hidden: HiddenMark[];
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
  hidden: HiddenMark[];
  version: number;
}

/** `POST /api/publications/:id/withdraw`; `publish` takes a `Versioned`. */
export interface WithdrawRequest {
  reason: string;
  version: number;
}
