import type { AgeBand, DayString, OpinionClass, Outcome, ReplyChannel, SubmissionKind } from '@kotae/kernel';

/** Body of `POST /api/v1/submissions`. */
export interface SubmissionRequest {
  kind: Exclude<SubmissionKind, 'proposal_postcard'>;
  subject?: string | null;
  body: string;
  reply: {
    wanted: boolean;
    channel?: ReplyChannel | null;
    email?: string | null;
    postalCode?: string | null;
    address?: string | null;
  };
  name?: string | null;
  district?: string | null;
  ageBand?: AgeBand | null;
  publishConsent?: boolean;
  /** Ids from `POST /api/v1/attachments`, each with the key that upload returned. */
  attachments?: { id: string; key: string }[];
  /** Receipt code of an earlier submission that this one adds to. */
  follows?: string | null;
}

export interface SubmissionAccepted {
  /** 受付番号, e.g. `R8-000123`. */
  receiptNumber: string;
  /** 照会コード, e.g. `7KQ2M-VX9RA-4TPD`. Shown once; the server keeps only a keyed hash. */
  receiptCode: string;
  receivedOn: DayString;
}

export interface UploadAccepted {
  id: string;
  key: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
}

/** One step of what happened so far, in plain words. */
export interface StatusStep {
  code: 'received' | 'read' | 'in_section' | 'answered' | 'circulated' | 'forwarded' | 'published';
  /** e.g. 「道路課が検討しています」 */
  text: string;
  /** The day it happened; with `next` the day it is due. */
  on: DayString | null;
  state: 'done' | 'now' | 'next';
  /** One more sentence, e.g. why there is no reply. */
  note: string | null;
}

/** `GET /api/v1/submissions/{receiptCode}`. */
export interface SubmissionStatus {
  receiptNumber: string;
  kind: SubmissionKind;
  receivedOn: DayString;
  replyWanted: boolean;
  /** When the city's rule says an answer is due; null when none was asked for. */
  replyDueOn: DayString | null;
  steps: StatusStep[];
  reply: ReplyView | null;
  /** Outcomes that the city decided on, per opinion, with the next look at a promise. */
  outcomes: { ordinal: number; outcome: Outcome; on: DayString; nextLookOn: DayString | null }[];
  feedback: 'understood' | 'not_understood' | null;
  /** Id of the published answer that was made from it. */
  publicationId: string | null;
}

export interface ReplyView {
  sentOn: DayString;
  signer: string;
  opening: string;
  parts: { ordinal: number; quote: string; answer: string; sectionName: string }[];
  closing: string;
}

/** One published question and answer. */
export interface PublicAnswer {
  id: string;
  title: string;
  question: string;
  answer: string;
  topic: string;
  topicName: string;
  sectionName: string;
  /** What became of it as it is now, also when that was decided after publishing. */
  outcome: Outcome | null;
  outcomeOn: DayString | null;
  receivedOn: DayString;
  answeredOn: DayString;
  publishedOn: DayString;
}

/** Keyset page: `next` goes into `?after=`. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Body of `POST /api/v1/public-answers/similar`: a body, because a text does not belong into an address. */
export interface SimilarRequest {
  text: string;
}

/** Body of `POST /api/v1/submissions/{receiptCode}/feedback`. */
export interface FeedbackRequest {
  understood: boolean;
}

export interface SimilarAnswer {
  id: string;
  title: string;
}

/** What stands beside a number of a plan: closed with its year, or still counted. */
export const CLOSING_MARKS = { closed: '確定', open: '集計中' } as const;

/** What an indicator shows in public and on management's page. */
export interface IndicatorView {
  id: string;
  planId: string;
  planName: string;
  name: string;
  /** What is counted, in the plan's words. */
  definition?: string | null;
  unit: string;
  /** Of the yearly and monthly values; left out where it is `unit`. Another where growth (前年比) is judged. */
  yearUnit?: string;
  /** Printed strings of the source, as printed. */
  printed: { baseline: string | null; target: string | null };
  baseline: { value: number | null; asOf: string | null };
  target: { value: number | null; asOf: string | null };
  /** How it is counted now, in whole sentences; the plan's own `definition` may speak of an earlier way. */
  countingWords?: string;
  /** How yearly values combine, in words (単年 / 5か年の累計 / 時点値 …). */
  modeWords: string;
  /** 事実から自動集計 / 担当者が入力 … */
  sourceKind: 'facts' | 'typed' | 'imported' | 'formula' | 'none';
  sourceWords: string;
  /** `closed`: 確定, the number is the one that was closed; else 集計中, it may still change. */
  current: { fiscalYear: number; value: number | null; asOf: DayString; closed: boolean } | null;
  achievement: {
    formula: string;
    formulaName: string;
    percent: number | null;
    met: boolean | null;
    words: string;
    why: string | null;
  };
  yearly: {
    fiscalYear: number;
    value: number | null;
    cumulative: number | null;
    sourceText: string | null;
    /** 確定 or 集計中, as for `current`. */
    closed: boolean;
  }[];
  monthly: { month: string; value: number }[];
  notes: string[];
}

/** The one living number of the portal's front page. */
export interface LivingNumber {
  fiscalYear: number;
  /** Opinions of these classes (names), whatever the plan's indicators count. */
  proposalClasses: string[];
  proposals: number;
  implemented: number;
  asOf: DayString;
}

export interface CityView {
  name: string;
  mayorName: string;
  deskName: string;
  deskPhone: string;
  deskAddress: string;
  deskPostalCode: string;
  districts: string[];
  replyRule: { days: number; unit: 'calendar' | 'open' };
  /** Telephone numbers for someone in danger; the city sets them. */
  urgentLines: { name: string; phone: string; hours: string }[];
  portalUrl: string;
}

export type ClassCounts = Partial<Record<OpinionClass, number>>;
