import type { DayString, MarkKind, OpinionClass, UrgencyFate, UrgencyKind } from '@kotae/kernel';

/** The periods one may look at, in months. */
export const ACCURACY_MONTHS = [3, 6, 12] as const;
export type AccuracyMonths = (typeof ACCURACY_MONTHS)[number];

/** So many were proposed, and people decided so many of them just so. */
export interface Agreed {
  count: number;
  same: number;
}

/** A band of shown confidence, from `from` up to but not including `to` (0…1); `said` is the mean that was shown. */
export interface AccuracyBand extends Agreed {
  band: number;
  from: number;
  to: number;
  said: number;
}

/**
 * `GET /api/accuracy?months=&version=`: what people first decided beside what was suggested at that moment. An opinion for
 * which nothing was suggested counts in none of it.
 */
export interface AccuracyView {
  months: AccuracyMonths;
  firstDay: DayString;
  lastDay: DayString;
  /** The version looked at; null for all. */
  version: string | null;
  versions: { version: string; trainedAt: string | null; opinions: number }[];
  class: Agreed;
  /** Whether it counts as a 提案 or not. */
  proposal: Agreed;
  topic: Agreed;
  topicAmongThree: Agreed;
  section: Agreed;
  /** Submissions, by their number of opinions. */
  opinionCount: Agreed;
  /** Opinions that people marked where none, or one of other words, was proposed. */
  unproposed: number;
  /** Cells that hold something: proposed so, decided so. */
  classes: { proposed: OpinionClass; decided: OpinionClass; count: number }[];
  topics: { proposed: string; decided: string; count: number }[];
  /** Every month of the period, `YYYY-MM`, oldest first. */
  monthly: { month: string; class: Agreed; topic: Agreed }[];
  classBands: AccuracyBand[];
  topicBands: AccuracyBand[];
  /** Every month of the period, oldest first; by the last decision on each submission, in the month of that decision. */
  urgency: ({ month: string } & UrgencyNumbers)[];
  /** Places in published texts, by the month of publishing; whatever version is looked at. Only what holds something. */
  marks: ({ month: string } & MarkNumbers)[];
  /** One per second voice that was heard; empty while a city has none. */
  voices: VoiceNumbers[];
}

export type UrgencyNumbers = Record<UrgencyFate, number>;

/** `rewritten` is no judgement. */
export interface MarkNumbers {
  kind: MarkKind;
  kept: number;
  removed: number;
  added: number;
  rewritten: number;
}

/** Of `count` opinions about which both spoke: how often each said what people decided, and what was shown in the end did. */
export interface VoteNumbers {
  count: number;
  own: number;
  second: number;
  shown: number;
}

export interface VoiceNumbers {
  name: string;
  class: VoteNumbers;
  topic: VoteNumbers;
}

/** `GET /api/accuracy/urgency`: one submission and whether it is urgent. */
export interface UrgencyVerdictView {
  submissionId: string;
  receiptNumber: string;
  decidedOn: DayString;
  proposed: UrgencyKind | null;
  decided: UrgencyKind | null;
  fate: UrgencyFate;
  /** Masked unless the role may read personal data. */
  excerpt: string;
}

/** `GET /api/accuracy/opinions`: one decision beside what was proposed. */
export interface VerdictView {
  opinionId: string;
  submissionId: string;
  receiptNumber: string;
  decidedOn: DayString;
  modelVersion: string;
  proposedClass: OpinionClass;
  /** 0…1, as it was shown. */
  classConfidence: number;
  decidedClass: OpinionClass;
  /** Null where the city had no topic to propose. */
  proposedTopic: string | null;
  topicConfidence: number | null;
  decidedTopic: string;
  proposedSection: string | null;
  decidedSection: string;
  /** Masked unless the role may read personal data. */
  excerpt: string;
}

/** `GET /api/accuracy/submissions`: one submission as it was first decided. */
export interface SubmissionVerdictView {
  submissionId: string;
  receiptNumber: string;
  decidedOn: DayString;
  modelVersion: string;
  proposedCount: number;
  decidedCount: number;
  /** Masked unless the role may read personal data. */
  excerpt: string;
}
