import type {
  Channel,
  DayString,
  OpinionClass,
  OpinionSubtype,
  Outcome,
  ReplyChannel,
  UrgencyKind,
} from '@kotae/kernel';
import type { AnswerState } from './answer-states';
import type { SubmissionState } from './submission-states';

/** One live opinion with its present decision and its answer. */
export interface CaseOpinion {
  readonly id: string;
  /** 1-based place in the text. */
  readonly ordinal: number;
  /** UTF-16 offsets into the body; `text` is the slice between them. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: OpinionClass;
  readonly subtype: OpinionSubtype | null;
  /** 細分類 of the city's own; counts are by class. */
  readonly finerClass: string | null;
  readonly topic: string;
  readonly sectionId: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly answerState: AnswerState;
  readonly answerBody: string;
  /** Stops of the approval route that are done. */
  readonly answerStep: number;
  readonly answerUpdatedAt: Date | null;
  readonly answerVersion: number;
  readonly outcome: Outcome | null;
  readonly outcomeOn: DayString | null;
  readonly outcomeBy: string | null;
  readonly nextLookOn: DayString | null;
}

export type ReplyState = 'draft' | 'sending' | 'sent' | 'failed';

/** One part of the reply: which answer answers which opinion. */
export interface ReplyPart {
  readonly opinionId: string;
  readonly ordinal: number;
  readonly quote: string;
  readonly answer: string;
  readonly sectionName: string;
}

/** The reply as it is kept; `parts` are frozen when it goes out and empty before. */
export interface CaseReply {
  readonly id: string;
  readonly state: ReplyState;
  readonly channel: ReplyChannel | null;
  readonly signer: string;
  readonly opening: string;
  readonly closing: string;
  readonly parts: readonly ReplyPart[];
  readonly sentOn: DayString | null;
  readonly sentAt: Date | null;
  readonly version: number;
}

/** A submission as casework sees it, locked for the transaction. */
export interface CaseFile {
  readonly submissionId: string;
  readonly version: number;
  readonly state: SubmissionState;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly body: string;
  readonly channel: Channel;
  readonly district: string | null;
  readonly receivedOn: DayString;
  readonly replyWanted: boolean;
  readonly replyChannel: ReplyChannel | null;
  readonly doNotContact: boolean;
  /** As people decided; while nobody has, as it was suggested. */
  readonly urgent: UrgencyKind | null;
  /** When a person last decided whether it is urgent. */
  readonly urgencyDecidedAt: Date | null;
  /** Whether an e-mail address to reply to was given. */
  readonly hasEmail: boolean;
  /** Live opinions in the order of the text. */
  readonly opinions: readonly CaseOpinion[];
  readonly reply: CaseReply | null;
}
