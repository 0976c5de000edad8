import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  closeSubmission,
  decideOpinions,
  decideUrgency,
  markSeen,
  type CaseStores,
  type CaseworkContext,
} from '@kotae/casework';
import { may, type RegisterAccepted, type SubmissionDetail } from '@kotae/contracts';
import { today, type Clock, type UnitOfWork } from '@kotae/kernel';
import { PgSubmissionDoor } from '@kotae/persistence';
import { receiveSubmission } from '@kotae/submission';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import type { DeskSetup } from '../platform/desk-setup';
import { IdPipe } from '../platform/id.pipe';
import { CASE_WORK, CLOCK, DATABASE, SETUP } from '../platform/tokens';
import { RegisterDto, submissionInput } from './register.dto';
import { SubmissionGate } from './submission-gate';
import { submissionView } from './submission-view';
import { CloseDto, TriageDto, UrgencyDto } from './triage.dto';

@Controller('api/submissions')
export class SubmissionsController {
  readonly #door: PgSubmissionDoor;

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CASE_WORK) private readonly uow: UnitOfWork<CaseStores>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETUP) private readonly setup: DeskSetup,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(SubmissionGate) private readonly gate: SubmissionGate,
  ) {
    this.#door = new PgSubmissionDoor(source);
  }

  /** Paper and memos come through the same door as everything else. */
  @RequirePermission('submission.register')
  @Post()
  async register(@CurrentActor() actor: StaffActor, @Body() body: RegisterDto): Promise<RegisterAccepted> {
    const { submissionId, receiptNumber, receiptCode, receivedOn, dueOn } = await receiveSubmission(
      { door: this.#door, clock: this.clock, city: await this.city.current(), secret: this.setup.secret, actor },
      submissionInput(body),
      `desk:${body.idempotencyKey}`,
    );
    return { submissionId, receiptNumber, receiptCode, receivedOn, dueOn };
  }

  /** The first time that the desk opens a submission is a fact. */
  @RequirePermission('submission.read')
  @Get(':id')
  async detail(@CurrentActor() actor: StaffActor, @Param('id', IdPipe) id: string): Promise<SubmissionDetail> {
    const record = await this.gate.record(actor, id);
    if (!record.seen && may(actor.role, 'submission.triage')) await markSeen(this.#context(actor), id);
    return submissionView(record, actor, await this.city.current(), today(this.clock));
  }

  @RequirePermission('submission.triage')
  @Post(':id/triage')
  @HttpCode(204)
  async triage(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: TriageDto,
  ): Promise<void> {
    const { version, opinions, reason } = body;
    await decideOpinions(this.#context(actor), { submissionId: id, version, opinions, reason });
  }

  @RequirePermission('submission.close')
  @Post(':id/close')
  @HttpCode(204)
  async close(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseDto,
  ): Promise<void> {
    const { version, kind, reason, to } = body;
    await closeSubmission(this.#context(actor), { submissionId: id, version, kind, reason, to });
  }

  @RequirePermission('submission.triage')
  @Post(':id/urgency')
  @HttpCode(204)
  async urgency(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() { urgent, decidedAt }: UrgencyDto,
  ): Promise<void> {
    const seen = decidedAt === null ? null : new Date(decidedAt);
    await decideUrgency(this.#context(actor), { submissionId: id, urgent, decidedAt: seen });
  }

  #context(actor: StaffActor): CaseworkContext {
    return { uow: this.uow, clock: this.clock, actor };
  }
}
