import type {
  Actor,
  Channel,
  Clock,
  DayString,
  OpinionClass,
  Outbox,
  Outcome,
  UnitOfWork,
  UrgencyKind,
} from '@kotae/kernel';
import type { CaseFactDraft } from './case-fact';
import type { CaseFile, CaseOpinion, CaseReply } from './case-file';
import type { SubmissionState } from './submission-states';

/** Who signs a fact, and when. */
export interface Signature {
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Date;
}

/** What a use case changes of the submission itself; what is absent stays. */
export interface SubmissionChange {
  readonly state?: SubmissionState;
  readonly closedOn?: DayString;
  readonly closingReason?: string;
}

/** Codes that the city gives and takes away. */
export interface Places {
  readonly topics: readonly string[];
  readonly sections: readonly string[];
  /** `class code` of finer classes. */
  readonly finerClasses: readonly string[];
}

/** An opinion as counting sees it. */
export interface CountedState {
  readonly opinionId: string;
  readonly class: OpinionClass;
  readonly topic: string;
  readonly sectionId: string;
  readonly outcome: Outcome | null;
  readonly outcomeOn: DayString | null;
}

/** What of a submission is counted with each of its opinions. */
export interface CountedSubmission {
  readonly submissionId: string;
  readonly receivedOn: DayString;
  readonly channel: Channel;
  readonly district: string | null;
}

/** The submissions and everything done with them, inside one transaction. */
export interface CaseStore {
  /** Locks the submission until the transaction ends; null when there is none. */
  open(submissionId: string): Promise<CaseFile | null>;
  /** The same by one of its live opinions. */
  openByOpinion(opinionId: string): Promise<CaseFile | null>;
  openByReply(replyId: string): Promise<CaseFile | null>;
  /** Of these, what the city does not use (any more). What it uses stays in use until the transaction ends. */
  unknownPlaces(asked: Places): Promise<Places>;
  sectionNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Changes the submission and raises its version by one. */
  changeSubmission(submissionId: string, change: SubmissionChange): Promise<void>;
  /** Keeps who decided whether a submission is urgent, beside what had been suggested; leaves its version alone. */
  decideUrgency(submissionId: string, urgent: UrgencyKind | null, signature: Signature): Promise<void>;
  /** Notes the first opening; true when it was the first. */
  firstSeen(submissionId: string, at: Date): Promise<boolean>;
  /** Inserts or replaces these opinions, by id. */
  saveOpinions(file: CaseFile, opinions: readonly CaseOpinion[]): Promise<void>;
  withdrawOpinions(ids: readonly string[], at: Date): Promise<void>;
  saveReply(submissionId: string, reply: CaseReply): Promise<void>;
  appendFacts(submissionId: string, facts: readonly CaseFactDraft[], signature: Signature): Promise<void>;
  /** Every text that went along the approval route, with what was said of it. */
  appendAnswerStep(step: AnswerStepDraft, signature: Signature): Promise<void>;
  /** Tells every open desk, when the transaction commits, to look again. */
  tellDesks(): Promise<void>;
}

export interface AnswerStepDraft {
  readonly opinionId: string;
  readonly action: 'submit' | 'approve' | 'send_back' | 'approve_on_behalf';
  readonly body: string;
  readonly comment: string | null;
}

/** The ledger of counts. Called in the transaction of the decision, with the state before and after it. */
export interface CountLog {
  record(
    submission: CountedSubmission,
    changes: readonly { readonly before: CountedState | null; readonly after: CountedState | null }[],
    signature: Signature,
    reason: string | null,
  ): Promise<void>;
}

export interface CaseStores {
  readonly cases: CaseStore;
  readonly counts: CountLog;
  readonly outbox: Outbox;
}

/** What every use case of this room is given; nothing is read from the surroundings. */
export interface CaseworkContext {
  readonly uow: UnitOfWork<CaseStores>;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** What a reply says of the city. */
export interface ReplyingCity {
  readonly name: string;
  readonly replySigner: string;
  readonly deskName: string;
  readonly deskPhone: string;
}
