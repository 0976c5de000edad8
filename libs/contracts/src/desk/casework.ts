import type { DayString, OpinionClass, OpinionSubtype, Outcome } from '@kotae/kernel';

export interface TriagedOpinion {
  /** Id of an opinion that stays; absent for a new one. */
  id?: string | null;
  start: number;
  end: number;
  class: OpinionClass;
  subtype?: OpinionSubtype | null;
  /** 細分類 of the city's own, under this class. */
  finerClass?: string | null;
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
