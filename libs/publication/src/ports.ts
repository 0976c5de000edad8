import type { Actor, Clock, DayString, Outbox, UnitOfWork } from '@kotae/kernel';
import type { AnsweredCase } from './answered-case';
import type { MarkVerdict } from './judge-marks';
import type { Publication } from './publication';

/** What the history of a submission is told. Ids and codes and staff's reasons, never a resident's text. */
export interface PublicationFact {
  readonly kind: 'publication_drafted' | 'published' | 'publication_withdrawn';
  readonly submissionId: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Publications inside one transaction. */
export interface PublicationStore {
  /** The submission with its answers, locked until the transaction ends; null when there is none. */
  openCase(submissionId: string): Promise<AnsweredCase | null>;
  /** Locked until the transaction ends; null when there is none. */
  open(publicationId: string): Promise<Publication | null>;
  /** Of these opinions, those that stand in a draft or published text already. */
  taken(opinionIds: readonly string[]): Promise<string[]>;
  add(publication: Publication): Promise<void>;
  /** Replaces the publication's row. `grams` are what it is found by in public. */
  save(publication: Publication, grams: readonly number[]): Promise<void>;
  /** What the person who published made of the machine's marks. Kinds and numbers, never words. */
  recordMarks(publicationId: string, day: DayString, verdicts: readonly MarkVerdict[]): Promise<void>;
  appendFact(fact: PublicationFact): Promise<void>;
  /** Tells every open desk, when the transaction commits, to look again. */
  tellDesks(): Promise<void>;
}

export interface PublicationStores {
  readonly publications: PublicationStore;
  readonly outbox: Outbox;
}

/** What every use case of this room is given. */
export interface PublicationContext {
  readonly uow: UnitOfWork<PublicationStores>;
  readonly clock: Clock;
  readonly actor: Actor;
  /** Words that are never personal information in this city. */
  readonly publicWords: readonly string[];
}
