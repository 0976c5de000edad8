import { Controller, Get, Inject, Param } from '@nestjs/common';
import { historyReason, historySentence } from '@kotae/casework';
import type { HistoryEntry, Page, SimilarSubmission } from '@kotae/contracts';
import { similarSubmissions } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { excerptOf, readsOriginal, sectionLimit, textFor } from '../masking/who-sees-what';
import { CityBook } from '../platform/city-book';
import { IdPipe } from '../platform/id.pipe';
import { DATABASE } from '../platform/tokens';
import { SubmissionGate } from './submission-gate';

const MOST_SIMILAR = 5;

/** What stands behind a submission: what was done with it, and earlier ones that speak of the same. */
@Controller('api/submissions/:id')
export class BackgroundController {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(SubmissionGate) private readonly gate: SubmissionGate,
  ) {}

  @RequirePermission('history.read')
  @Get('history')
  async history(@CurrentActor() actor: StaffActor, @Param('id', IdPipe) id: string): Promise<Page<HistoryEntry>> {
    await this.gate.demand(actor, id);
    const [facts, names] = await Promise.all([this.gate.reader.history(id), this.gate.reader.names()]);
    const items = facts.map(({ seq, at, by, kind, details, opinionOrdinal }) => ({
      seq,
      at: at.toISOString(),
      by,
      kind,
      text: historySentence(kind, details, names),
      opinionOrdinal,
      reason: historyReason(details),
    }));
    return { items, next: null };
  }

  @RequirePermission('submission.read')
  @Get('similar')
  async similar(@CurrentActor() actor: StaffActor, @Param('id', IdPipe) id: string): Promise<Page<SimilarSubmission>> {
    await this.gate.demand(actor, id);
    const city = await this.city.current();
    const original = readsOriginal(actor, city);
    const found = await similarSubmissions(this.source, id, sectionLimit(actor), MOST_SIMILAR);
    const items = found.map((record) => ({
      submissionId: record.submissionId,
      receiptNumber: receiptNumber(record.fiscalYear, record.receiptSerial),
      receivedOn: record.receivedOn,
      excerpt: excerptOf(textFor(original, record.beginning, record.pii, city).text),
      state: record.state,
      similarity: record.similarity,
    }));
    return { items, next: null };
  }
}
