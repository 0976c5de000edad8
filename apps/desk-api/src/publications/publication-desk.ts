import { Inject, Injectable } from '@nestjs/common';
import type { Page, PublicationView } from '@kotae/contracts';
import { DomainError, LIMITS, type Clock } from '@kotae/kernel';
import {
  OutboxStore,
  PgPublicationStore,
  PgUnitOfWork,
  PublicationReader,
  type PublicationSeen,
} from '@kotae/persistence';
import {
  findUnresolvedPersonalInformation,
  type Publication,
  type PublicationContext,
  type PublicationState,
  type PublicationStores,
} from '@kotae/publication';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';

/** Public texts as the desk works on them. */
@Injectable()
export class PublicationDesk {
  readonly #reader: PublicationReader;
  readonly #uow: PgUnitOfWork<PublicationStores>;

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
  ) {
    this.#reader = new PublicationReader(source);
    this.#uow = new PgUnitOfWork(source, (tx) => ({
      publications: new PgPublicationStore(tx),
      outbox: new OutboxStore(tx),
    }));
  }

  async page(state: PublicationState | null, after: string | null): Promise<Page<PublicationView>> {
    const { publicWords } = await this.city.current();
    const { items, next } = await this.#reader.list(state, after, LIMITS.pageSize);
    return { items: items.map((item) => view(item, publicWords)), next };
  }

  async find(id: string): Promise<PublicationView> {
    const found = await this.#reader.find(id);
    if (found === null) throw new DomainError('not_found', 'この公表文は見つかりません。');
    return view(found, (await this.city.current()).publicWords);
  }

  /** Runs one use case as this member of staff and answers how the text stands after it. */
  async act(actor: StaffActor, step: (context: PublicationContext) => Promise<Publication>): Promise<PublicationView> {
    const { publicWords } = await this.city.current();
    const { id } = await step({ uow: this.#uow, clock: this.clock, actor, publicWords });
    return this.find(id);
  }
}

function view(p: PublicationSeen, publicWords: readonly string[]): PublicationView {
  const open = p.state === 'draft';
  return {
    id: p.id,
    submissionId: p.submissionId,
    receiptNumber: p.receiptNumber,
    opinionIds: [...p.opinionIds],
    state: p.state,
    title: p.title,
    question: p.question,
    answer: p.answer,
    topic: p.topic,
    topicName: p.topicName,
    sectionId: p.sectionId,
    sectionName: p.sectionName,
    publishConsent: p.publishConsent,
    pii: open ? findUnresolvedPersonalInformation(p, p.cleared, publicWords) : [],
    cleared: [...p.cleared],
    hidden: p.hidden.map(({ kind, found }) => ({ kind, found })),
    publishedOn: p.publishedOn,
    withdrawnOn: p.withdrawnOn,
    withdrawnReason: p.withdrawnReason,
    version: p.version,
  };
}
