import { Inject, Injectable } from '@nestjs/common';
import { whatItNeeds } from '@kotae/casework';
import type { InboxCounts, InboxRow, InboxView, Page } from '@kotae/contracts';
import { LIMITS, addOpenDays, daysBetween, today, type Clock } from '@kotae/kernel';
import { InboxReader, type CitySettings, type InboxRecord, type InboxScope } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { excerptOf, readsOriginal, sectionLimit, textFor } from '../masking/who-sees-what';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import { SharedReading } from './shared-reading';

/** Days that count as due soon, in open days. */
const SOON = 3;

/** Counts are read at most so often for all the screens that show them. */
export const COUNTS_APART_MS = 1_000;

/** The inbox as one member of staff sees it. */
@Injectable()
export class InboxDesk {
  readonly #reader: InboxReader;
  /** By section; null is the whole inbox. */
  readonly #counts = new SharedReading<string | null, InboxCounts>(
    (sectionId) => this.#readCounts(sectionId),
    COUNTS_APART_MS,
  );

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
  ) {
    this.#reader = new InboxReader(source);
  }

  async page(
    actor: StaffActor,
    query: { view: InboxView; after: string | null; search: string | null },
  ): Promise<Page<InboxRow>> {
    const city = await this.city.current();
    const original = readsOriginal(actor, city);
    const search = query.search?.trim() ?? '';
    const { items, next } = await this.#reader.page({
      view: query.view,
      scope: this.#scope(sectionLimit(actor), city),
      search: search === '' ? null : search,
      shown: (text, pii) => textFor(original, text, pii, city).text,
      after: query.after,
      limit: LIMITS.pageSize,
    });
    return { items: items.map((record) => this.#row(record, original, city)), next };
  }

  /** @param since the counts must not be older; in milliseconds of `performance.now()`. */
  counts(sectionId: string | null, since?: number): Promise<InboxCounts> {
    return this.#counts.get(sectionId, since);
  }

  /** Someone of this desk has changed something: they see it counted. */
  changed(): void {
    this.#counts.changed();
  }

  async #readCounts(sectionId: string | null): Promise<InboxCounts> {
    const city = await this.city.current();
    const n = await this.#reader.numbers(this.#scope(sectionId, city));
    return {
      untriaged: n.untriaged,
      urgent: n.urgent,
      dueSoon: n.due_soon,
      overdue: n.overdue,
      answering: n.answering,
      toApprove: n.to_approve,
      toSend: n.to_send,
      promises: n.promises,
      revision: await this.#reader.lastFact(),
    };
  }

  #scope(sectionId: string | null, city: CitySettings): InboxScope {
    const day = today(this.clock);
    return { sectionId, today: day, dueSoonUntil: addOpenDays(day, SOON, new Set(city.extraHolidays)) };
  }

  #row(record: InboxRecord, original: boolean, city: CitySettings): InboxRow {
    const decided = record.opinions.map((o) => ({
      origin: 'decided' as const,
      class: o.class,
      topicName: o.topicName,
      sectionName: o.sectionName,
    }));
    const suggested = (record.suggested ?? []).map((o) => ({
      origin: 'suggested' as const,
      class: o.class,
      topicName: o.topicName,
      sectionName: o.sectionName,
    }));
    const open = ['received', 'triaged', 'answered'].includes(record.state);
    return {
      submissionId: record.submissionId,
      receiptNumber: receiptNumber(record.fiscalYear, record.receiptSerial),
      kind: record.kind,
      channel: record.channel,
      receivedOn: record.receivedOn,
      state: record.state,
      urgent: record.urgent,
      subject: record.subject === null ? null : textFor(original, record.subject, null, city).text,
      excerpt: excerptOf(textFor(original, record.beginning, record.pii, city).text),
      opinionCount: decided.length > 0 ? decided.length : suggested.length,
      chips: decided.length > 0 ? decided : suggested,
      needs: whatItNeeds(record),
      dueOn: record.dueOn,
      daysLeft: open && record.dueOn !== null ? daysBetween(today(this.clock), record.dueOn) : null,
      replyWanted: record.replyWanted,
      doNotContact: record.doNotContact,
      seen: record.seen,
    };
  }
}
