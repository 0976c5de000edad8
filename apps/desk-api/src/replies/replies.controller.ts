import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { postReply, saveReply, sendReply, type CaseStores, type ReplyContext } from '@kotae/casework';
import type { ReplyDraft } from '@kotae/contracts';
import { replyLetterPdf } from '@kotae/documents';
import { today, type Clock, type UnitOfWork } from '@kotae/kernel';
import { receiptNumber } from '@kotae/submission';
import type { FastifyReply } from 'fastify';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import { DeskTypesetter } from '../platform/desk-typesetter';
import { IdPipe } from '../platform/id.pipe';
import { CASE_WORK, CLOCK } from '../platform/tokens';
import { SubmissionGate } from '../submissions/submission-gate';
import { ReplyDto, SendReplyDto } from './replies.dto';
import { replyDraft } from './reply-view';

/** The one reply to a submission: compiled, read once more, sent by mail or printed for the post. */
@Controller('api/submissions/:id/reply')
export class RepliesController {
  constructor(
    @Inject(CASE_WORK) private readonly uow: UnitOfWork<CaseStores>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(DeskTypesetter) private readonly typesetter: DeskTypesetter,
    @Inject(SubmissionGate) private readonly gate: SubmissionGate,
  ) {}

  @RequirePermission('reply.send')
  @Get()
  async show(@CurrentActor() actor: StaffActor, @Param('id', IdPipe) id: string): Promise<ReplyDraft> {
    return replyDraft(await this.gate.record(actor, id), await this.city.current(), true);
  }

  @RequirePermission('reply.send')
  @Put()
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() { opening, closing, version }: ReplyDto,
  ): Promise<ReplyDraft> {
    await saveReply(await this.#context(actor), { submissionId: id, opening, closing, version });
    return this.show(actor, id);
  }

  @RequirePermission('reply.send')
  @Post('send')
  @HttpCode(204)
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() { version }: SendReplyDto,
  ): Promise<void> {
    await sendReply(await this.#context(actor), { submissionId: id, version });
  }

  @RequirePermission('reply.send')
  @Post('posted')
  @HttpCode(204)
  async posted(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() { version }: SendReplyDto,
  ): Promise<void> {
    await postReply(await this.#context(actor), { submissionId: id, version });
  }

  /** A4, placed for a window envelope; the date is today's until it was sent. */
  @RequirePermission('reply.send')
  @Get('letter.pdf')
  async letter(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Res() response: FastifyReply,
  ): Promise<void> {
    const record = await this.gate.record(actor, id);
    const city = await this.city.current();
    const { signer, opening, parts, closing, sentOn } = replyDraft(record, city, true);
    const number = receiptNumber(record.fiscalYear, record.receiptSerial);
    const pdf = await replyLetterPdf(this.typesetter, {
      cityName: city.name,
      signer,
      date: sentOn ?? today(this.clock),
      receiptNumber: number,
      recipient: {
        name: record.submitter?.name ?? null,
        postalCode: record.submitter?.postalCode ?? null,
        address: record.submitter?.address ?? null,
      },
      opening,
      parts,
      closing,
    });
    await response
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="reply-${number}.pdf"`,
        'cache-control': 'no-store',
      })
      .send(pdf);
  }

  async #context(actor: StaffActor): Promise<ReplyContext> {
    return { uow: this.uow, clock: this.clock, actor, city: await this.city.current() };
  }
}
