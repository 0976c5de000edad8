import type { DayString, Outcome } from '@kotae/kernel';

/** One live opinion of a submission with the answer it got. */
export interface AnsweredOpinion {
  readonly id: string;
  readonly ordinal: number;
  readonly text: string;
  /** As it was sent; null when no answer was approved. */
  readonly answer: string | null;
  readonly topic: string;
  readonly sectionId: string;
  readonly outcome: Outcome | null;
}

/** What a public text is made from. */
export interface AnsweredCase {
  readonly submissionId: string;
  readonly state: 'received' | 'triaged' | 'answered' | 'replied' | 'circulated' | 'forwarded';
  readonly subject: string | null;
  readonly receivedOn: DayString;
  /** The day the reply went out, or the case was circulated; null while it is open. */
  readonly answeredOn: DayString | null;
  /** The sender's wish. Without it the city may still publish a text of its own; the page says that there was no consent. */
  readonly publishConsent: boolean;
  /** Live opinions in the order of the text. */
  readonly opinions: readonly AnsweredOpinion[];
}
