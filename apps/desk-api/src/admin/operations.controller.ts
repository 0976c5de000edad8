import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { FailedDelivery, ModelView, Page } from '@kotae/contracts';
import { DomainError, LIMITS } from '@kotae/kernel';
import { FailedDeliveries, OutboxStore, readModels } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { RequirePermission } from '../access/access';
import { DATABASE } from '../platform/tokens';
import { FailedQueryDto, RetryDto } from './operations.dto';

/** What the programs do by themselves: the failed list with retry, and the classification model. */
@Controller('api')
export class OperationsController {
  readonly #failed: FailedDeliveries;

  constructor(@Inject(DATABASE) private readonly source: DataSource) {
    this.#failed = new FailedDeliveries(source);
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
      items: models.map(({ version, trainedAt, trainedOn, active, evaluation, words }) => ({
        version,
        trainedAt: trainedAt.toISOString(),
        trainedOn,
        active,
        evaluation: evaluation && {
          classAccuracy: evaluation.classAccuracy,
          proposalAccuracy: evaluation.proposalAccuracy,
          topicTop1: evaluation.topicTop1,
          topicTop3: evaluation.topicTop3,
          items: evaluation.items,
        },
        words,
      })),
      next: null,
    };
  }

  /** Training takes a while: the worker does it. */
  @RequirePermission('model.train')
  @Post('models/train')
  @HttpCode(202)
  async train(): Promise<void> {
    await this.source.transaction((tx) =>
      new OutboxStore(tx).add({ name: 'ModelRequested', payload: { reason: 'by_hand' } }),
    );
  }
}
