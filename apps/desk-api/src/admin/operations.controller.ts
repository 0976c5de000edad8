import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { unseenIfBefore } from '@kotae/casework';
import type { FailedDelivery, ModelView, OperationsView, Page, TrainingRequestView } from '@kotae/contracts';
import { DomainError, LIMITS, systemClock, today, type Clock } from '@kotae/kernel';
import { FailedDeliveries, OperationsReader, PgVoiceStore, readModels, requestTraining } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { RequirePermission } from '../access/access';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import { modelView } from './model-view';
import { operationsChecks } from './operations-checks';
import { FailedQueryDto, RetryDto } from './operations.dto';
import { secondVoiceCheck } from './second-voice-check';

/** What the programs do by themselves: how they are, the failed list with retry, and the classification model. */
@Controller('api')
export class OperationsController {
  readonly #failed: FailedDeliveries;

  readonly #operations: OperationsReader;

  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#failed = new FailedDeliveries(source);
    this.#operations = new OperationsReader(source);
  }

  /** In words: what is wrong and what to do. */
  @RequirePermission('jobs.read')
  @Get('operations')
  async operations(): Promise<OperationsView> {
    const { extraHolidays } = await this.city.current();
    const before = unseenIfBefore(today(this.clock), new Set(extraHolidays));
    const [figures, clock, unseen, voice] = await Promise.all([
      this.#operations.figures(),
      this.#operations.clock(systemClock.now(), today(this.clock)),
      before === null ? { total: 0 } : this.#operations.unseenBefore(before, 1),
      new PgVoiceStore(this.source).figures(),
    ]);
    return { checks: [...operationsChecks(figures, unseen.total, clock), ...secondVoiceCheck(voice)] };
  }

  @RequirePermission('jobs.read')
  @Get('failed-deliveries')
  async failed(@Query() query: FailedQueryDto): Promise<Page<FailedDelivery>> {
    const { items, next } = await this.#failed.page(query.after ?? null, LIMITS.pageSize);
    return {
      items: items.map((item) => ({
        eventId: item.eventId,
        reaction: item.reaction,
        eventName: item.eventName,
        attempts: item.attempts,
        lastError: item.lastError,
        failedAt: item.failedAt.toISOString(),
        submissionId: item.submissionId,
      })),
      next,
    };
  }

  @RequirePermission('jobs.retry')
  @Post('failed-deliveries/retry')
  @HttpCode(204)
  async retry(@Body() { eventId, reaction }: RetryDto): Promise<void> {
    if (!(await this.#failed.retry(eventId, reaction)))
      throw new DomainError('not_found', 'この処理は、失敗の一覧にはもうありません。');
  }

  @RequirePermission('model.read')
  @Get('models')
  async models(): Promise<Page<ModelView>> {
    const models = await readModels(this.source, LIMITS.pageSize);
    return {
      items: models.map(modelView),
      next: null,
    };
  }

  /** Training takes a while: the worker does it. While one waits or is under way, that one is the answer. */
  @RequirePermission('model.train')
  @Post('models/train')
  @HttpCode(202)
  async train(): Promise<TrainingRequestView> {
    const { requestedAt, already } = await this.source.transaction((tx) => requestTraining(tx, 'by_hand'));
    return { requestedAt: requestedAt.toISOString(), already };
  }
}
