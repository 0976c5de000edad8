import type { DayString, OpinionClass, Outcome } from '@kotae/kernel';
import type { ClosingView } from './indicator';

/** A closed number beside what the same question answers today, counted as it was counted then. */
export interface ClosedNumberView {
  indicatorId: string;
  name: string;
  unit: string;
  fiscalYear: number;
  then: number | null;
  thenWords: string;
  now: number | null;
  difference: number | null;
  restated: boolean;
  /** What today's way of counting gives; null when the way is still the same. */
  otherwise: { value: number | null } | null;
  /** Counted from opinions: a restatement opens to them. */
  counted: boolean;
}

/** A closed year with those of its numbers that would be others today, or are counted in another way. */
export interface ClosedYearView extends ClosingView {
  changed: ClosedNumberView[];
}
/** `GET /api/plans/:id/closings` */
export interface PlanClosings {
  planId: string;
  planName: string;
  /** Oldest first. */
  closed: ClosedYearView[];
  /** Years of the plan that are over and not closed yet, oldest first. */
  open: number[];
}
/** `GET /api/indicators/:id/closed-years` → Page<ClosedNumberView> with the closing of each. */
export interface ClosedIndicatorYear extends ClosedNumberView {
  closedAt: string;
  closedBy: string;
}

/** One number that was or would be frozen. */
export interface ClosingFigureView {
  indicatorId: string;
  name: string;
  unit: string;
  target: string | null;
  value: number | null;
  basis: string;
  met: boolean | null;
  words: string;
  why: string | null;
}
/** `GET /api/plans/:id/closings/:fiscalYear`: what closing would freeze, or what was frozen. */
export interface ClosingLook {
  planId: string;
  planName: string;
  fiscalYear: number;
  /** A year may be closed once it is over. */
  over: boolean;
  /** Why another year comes first, or this one can no longer be closed; null when it is its turn, or closed. */
  outOfOrder: string | null;
  closed: ClosingView | null;
  figures: ClosingFigureView[];
  /** Submissions received in the year that nobody has sorted yet; 0 once closed. */
  unsorted: number;
  /** Names these numbers: sent with `POST /api/plans/:id/closings`, other numbers are refused as `stale`. */
  digest: string;
}
/** `POST /api/plans/:id/closings` */
export interface ClosePlanYearRequest {
  fiscalYear: number;
  digest: string;
}

/** How an opinion was counted; null where it was not. */
export interface CountedStateView {
  countedOn: DayString;
  class: OpinionClass | null;
  outcome: Outcome | null;
  topicName: string;
  sectionName: string;
}
export interface RestatedOpinion {
  opinionId: string;
  submissionId: string;
  receiptNumber: string;
  /** Masked unless the role may read personal data. */
  excerpt: string;
  change: 'added' | 'removed' | 'changed';
  then: CountedStateView | null;
  now: CountedStateView | null;
  /** Decisions since the year was closed, oldest first. */
  why: { at: string; actorName: string; words: string[]; reason: string | null }[];
}
/** `GET /api/indicators/:id/restatement/opinions?fiscalYear=` */
export interface RestatedOpinions {
  number: ClosedIndicatorYear;
  planId: string;
  planName: string;
  /** How it was counted when the year was closed. */
  sentence: string;
  added: number;
  removed: number;
  changed: number;
  /** At most 200, those that are added or removed first. */
  items: RestatedOpinion[];
}
