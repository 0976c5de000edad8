import type { Channel, DayString, OpinionClass, OpinionSubtype } from '@kotae/kernel';

/** A topic (分野) as the city edits it. `keywords` are words that speak for it; without them the built-in list is used. */
export interface Topic {
  readonly code: string;
  readonly name: string;
  readonly sectionId: string;
  readonly sectionName: string;
  readonly keywords?: readonly string[];
}

/** One opinion whose labels a person has decided. */
export interface TrainingOpinion {
  readonly text: string;
  readonly subject: string | null;
  readonly channel: Channel | null;
  readonly class: OpinionClass;
  readonly subtype: OpinionSubtype | null;
  readonly topic: string;
  readonly decidedOn: DayString | null;
  /** How much this opinion counts in training; 1 when absent. */
  readonly weight?: number;
  /**
   * Written to be learnt from, not sent by a resident: it teaches words, but what is easy or hard in it says nothing about
   * a real inbox, so the confidence is not fitted on it (while there are enough others).
   */
  readonly practice?: boolean;
  /** The whole body it was taken from; the words around an opinion say what it is about. */
  readonly context?: string | null;
}
