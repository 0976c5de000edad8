import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import {
  approveAnswer,
  decideOutcome,
  dismissAnswer,
  sendBackAnswer,
  submitAnswer,
  writeAnswer,
  type CaseStores,
  type CaseworkContext,
} from '@kotae/casework';
import type { Versioned } from '@kotae/contracts';
import type { Clock, UnitOfWork } from '@kotae/kernel';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { IdPipe } from '../platform/id.pipe';
import { CASE_WORK, CLOCK } from '../platform/tokens';
import { AnswerDto, AnswerStepDto, OutcomeDto } from './opinions.dto';

/** The answer to one opinion on its way through the section, and what became of the opinion. */
@Controller('api/opinions/:id')
export class OpinionsController {
  constructor(
    @Inject(CASE_WORK) private readonly uow: UnitOfWork<CaseStores>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @RequirePermission('answer.write')
  @Put('answer')
  async write(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { body, version }: AnswerDto,
  ): Promise<Versioned> {
    return { version: await writeAnswer(this.#context(actor), { opinionId, body, version }) };
  }

  @RequirePermission('answer.write')
  @Post('answer/submit')
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { version, comment }: AnswerStepDto,
  ): Promise<Versioned> {
    return { version: await submitAnswer(this.#context(actor), { opinionId, version, comment }) };
  }

  @RequirePermission('answer.approve')
  @Post('answer/approve')
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { version, comment }: AnswerStepDto,
  ): Promise<Versioned> {
    return { version: await approveAnswer(this.#context(actor), { opinionId, version, comment }) };
  }

  @RequirePermission('answer.approve')
  @Post('answer/send-back')
  @HttpCode(200)
  async sendBack(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { version, comment }: AnswerStepDto,
  ): Promise<Versioned> {
    return { version: await sendBackAnswer(this.#context(actor), { opinionId, version, comment }) };
  }

  /** The desk decides that no answer is needed; `comment` is the reason. */
  @RequirePermission('submission.triage')
  @Post('answer/not-needed')
  @HttpCode(200)
  async dismiss(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { version, comment }: AnswerStepDto,
  ): Promise<Versioned> {
    return { version: await dismissAnswer(this.#context(actor), { opinionId, version, comment }) };
  }

  @RequirePermission('outcome.decide')
  @Post('outcome')
  @HttpCode(204)
  async outcome(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) opinionId: string,
    @Body() { outcome, on, nextLookOn, reason }: OutcomeDto,
  ): Promise<void> {
    await decideOutcome(this.#context(actor), { opinionId, outcome, on, nextLookOn, reason });
  }

  #context(actor: StaffActor): CaseworkContext {
    return { uow: this.uow, clock: this.clock, actor };
  }
}
