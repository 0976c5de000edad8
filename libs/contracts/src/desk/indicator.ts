import type { DayString, OpinionClass, Outcome } from '@kotae/kernel';
import type { IndicatorView } from '../portal';

/** `GET /api/plans` */
export interface PlanView {
  id: string;
  name: string;
  municipality: string;
  own: boolean;
  firstYear: number | null;
  lastYear: number | null;
  /** Where the plan prints no period: from its earliest baseline to its latest target. Null when neither has a year. */
  spokenOf: { first: number; last: number } | null;
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
  /** How many opinions stand behind the number. */
  total: number;
  /** What else is in the number: years closed before opinions were counted, oldest first. */
  unlisted: { fiscalYear: number; value: number; sourceText: string | null }[];
  items: OpinionBehind[];
  next: string | null;
}

/** `GET /api/indicators/:id`: what the desk sees of an indicator beyond what the public does. */
export interface DeskIndicatorView extends IndicatorView {
  /** The newest typed value of each year: as its source prints it, and who typed it in. */
  typed: { fiscalYear: number; printed: string | null; author: string }[];
}

/** `POST /api/indicators/:id/values` */
export interface IndicatorValueRequest {
  fiscalYear: number;
  value: number | null;
  printed?: string | null;
  sourceText: string;
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
