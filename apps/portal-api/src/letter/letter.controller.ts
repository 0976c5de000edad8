import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { LetterFormValues, UploadAccepted } from '@kotae/contracts';
import { TooManyRequests, errorFacts } from '@kotae/http';
import { DomainError, today, type Clock, type FieldProblem } from '@kotae/kernel';
import { replyDueOn, type ReceivedSubmission } from '@kotae/submission';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { addressKey } from '../barrier/address-key';
import type { CityCache } from '../city/city-cache';
import type { Pages } from '../pages/pages';
import { Reception } from '../reception/reception';
import { CITY, CLOCK, LOG, PAGES, RECEIPT_COOKIE, RECEPTION, UPLOADS } from '../tokens';
import type { UploadCounter } from '../uploads/upload-counter';
import { donePage } from './done-page';
import { EMPTY_LETTER, newFormToken, type PostedLetter } from './letter-form';
import { inFormOrder, inputOfLetter, problemsOfLetter } from './letter-input';
import { readPostedLetter } from './read-posted-letter';
import type { Receipt, ReceiptCookie } from './receipt-cookie';
import { wishesNoContact } from './wishes-no-contact';

/** Stands for the token in a form that was rendered ahead. */
const TOKEN_PLACE = '00000000-0000-4000-8000-000000000000';

const LOST = '添付ファイルをお預かりする時間が過ぎました。もう一度添付してください。';
const SENT_BEFORE =
  'この画面からは、先ほど別の内容を受け付けています。この内容も新しい声として送るときは、もう一度「送る」を押してください。';
const OVER = {
  title: '控えをお見せできる時間が過ぎました',
  detail: '控えは、送ってから30分のあいだだけ表示できます。照会コードをお持ちの方は「その後を見る」からご覧ください。',
};
const NOT_NOW =
  'ただいま受け付けられませんでした。書いたものは、この画面に残っています。少し待ってから、もう一度「送る」を押してください。';

/** Write → check → done, without JavaScript and without anything kept on the server between the steps. */
@ApiExcludeController()
@Controller('letter')
export class LetterController {
  constructor(
    @Inject(CITY) private readonly city: CityCache,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RECEPTION) private readonly reception: Reception,
    @Inject(UPLOADS) private readonly uploads: UploadCounter,
    @Inject(PAGES) private readonly pages: Pages,
    @Inject(RECEIPT_COOKIE) private readonly receipts: ReceiptCookie,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  @Get()
  async form(@Query('kind') kind: unknown, @Res() reply: FastifyReply): Promise<void> {
    const chosen = kind === 'letter_to_mayor' ? kind : 'web_opinion';
    const dueOn = this.#dueOn();
    const html = await this.pages.remembered(`letter ${chosen} ${dueOn}`, 30_000, async () => ({
      name: 'letter',
      formToken: TOKEN_PLACE,
      values: { ...EMPTY_LETTER, kind: chosen },
      problems: [],
      notice: null,
      dueOn,
    }));
    // Not `no-store`: the browser gives back what was typed when one comes back to this page.
    this.pages.send(reply, 200, html.replaceAll(TOKEN_PLACE, newFormToken()), 'private, no-cache');
  }

  @Post()
  async act(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const arrived = await readPostedLetter(request, this.uploads);
    const { posted, fileProblems } = arrived;
    let { attachments } = arrived;
    if (posted.trapped) this.reception.hold(posted.formToken);
    const { action } = posted;
    if (action.kind === 'remove') {
      const gone = attachments.find((file) => file.id === action.id);
      if (gone !== undefined) await this.uploads.remove(gone).catch(() => false);
      attachments = attachments.filter((file) => file !== gone);
      return this.#form(reply, posted, attachments, fileProblems, gone ? '添付を1つ外しました。' : null);
    }
    if (action.kind !== 'check') {
      const notice = action.kind === 'attach' && fileProblems.length === 0 ? attachedWords(attachments) : null;
      return this.#form(reply, posted, attachments, fileProblems, notice);
    }
    const problems = this.#problems(posted, attachments, fileProblems);
    if (problems.length > 0) return this.#form(reply, posted, attachments, problems, null);
    this.#check(reply, 200, posted, attachments, {});
  }

  @Get('send')
  again(@Res() reply: FastifyReply): void {
    void reply.redirect('/letter', 303);
  }

  /** The receipt again, after reloading or coming back. */
  @Get('done')
  done(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const receipt = this.receipts.read(request);
    if (receipt === null) return this.pages.answer(reply, 410, { name: 'error', status: 410, ...OVER });
    this.pages.answer(reply, 200, donePage(receipt, this.city.settings.portalUrl));
  }

  @Post('send')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { posted, attachments, fileProblems } = await readPostedLetter(request, this.uploads);
    if (posted.trapped) this.reception.hold(posted.formToken);
    // A form on another site may lead here, but a person has to press the button here.
    if (request.headers['sec-fetch-site'] === 'cross-site') return this.#check(reply, 200, posted, attachments, {});
    // What the page named is sent as named: after a time-out the files belong to the letter already.
    const refs = posted.attachments;
    const wrong = [...fileProblems, ...problemsOfLetter(posted.values, refs, this.#rules())];
    if (wrong.length > 0) return this.#form(reply, posted, attachments, wrong, null);
    const sender = { address: addressKey(request.ip), formToken: posted.formToken, proof: posted.proof };
    try {
      const input = inputOfLetter(posted.values, refs, today(this.clock));
      const received = await this.reception.receive(input, Reception.formKey(posted.formToken), sender);
      this.#received(request, reply, received, posted);
    } catch (error) {
      this.#refused(reply, error, posted, attachments);
    }
  }

  #received(request: FastifyRequest, reply: FastifyReply, received: ReceivedSubmission, posted: PostedLetter): void {
    const { receiptNumber, receiptCode, receivedOn, dueOn } = received;
    const receipt: Receipt = {
      ...{ receiptNumber, receiptCode, receivedOn, dueOn },
      replyWanted: posted.values.replyWanted || 'none',
      doNotContact: wishesNoContact(posted.values),
    };
    if (!this.receipts.isKept(request)) {
      return this.pages.answer(reply, 200, donePage(receipt, this.city.settings.portalUrl));
    }
    this.receipts.keep(reply, receipt);
    void reply.header('Cache-Control', 'no-store').redirect('/letter/done', 303);
  }

  #refused(reply: FastifyReply, error: unknown, posted: PostedLetter, attachments: UploadAccepted[]): void {
    if (error instanceof TooManyRequests) {
      void reply.header('Retry-After', String(error.retryAfterSeconds));
      return this.#check(reply, 429, posted, attachments, {
        waitSeconds: error.retryAfterSeconds,
        challenge: error.challenge ?? null,
      });
    }
    if (error instanceof DomainError) {
      if (error.code === 'idempotency_mismatch') {
        const renewed = { ...posted, formToken: newFormToken() };
        return this.#check(reply, 409, renewed, attachments, { notice: SENT_BEFORE });
      }
      return this.#form(reply, posted, attachments, inFormOrder(error.fields), error.message);
    }
    this.log.error({ route: '/letter/send', error: errorFacts(error) }, 'a letter could not be received');
    this.#check(reply, 503, posted, attachments, { notice: NOT_NOW });
  }

  #problems(posted: PostedLetter, attachments: UploadAccepted[], fileProblems: FieldProblem[]): FieldProblem[] {
    const problems = [...fileProblems, ...problemsOfLetter(posted.values, attachments, this.#rules())];
    const kept = new Set(attachments.map((file) => file.id));
    const lost = posted.attachments.some((ref) => !kept.has(ref.id));
    if (lost && fileProblems.length === 0) problems.push({ field: 'attachments', message: LOST });
    return inFormOrder(problems);
  }

  #form(
    reply: FastifyReply,
    posted: PostedLetter,
    attachments: UploadAccepted[],
    problems: FieldProblem[],
    notice: string | null,
  ): void {
    this.pages.answer(reply, problems.length > 0 ? 422 : 200, {
      name: 'letter',
      formToken: posted.formToken,
      values: withFiles(posted, attachments),
      problems,
      notice: problems.length > 0 ? null : notice,
      dueOn: this.#dueOn(),
    });
  }

  #check(
    reply: FastifyReply,
    status: number,
    posted: PostedLetter,
    attachments: UploadAccepted[],
    more: Partial<{ notice: string; waitSeconds: number; challenge: TooManyRequests['challenge'] | null }>,
  ): void {
    this.receipts.probe(reply);
    this.pages.answer(reply, status, {
      name: 'letter-check',
      formToken: posted.formToken,
      values: withFiles(posted, attachments),
      dueOn: posted.values.replyWanted === 'none' ? null : this.#dueOn(),
      doNotContact: wishesNoContact(posted.values),
      notice: more.notice ?? null,
      waitSeconds: more.waitSeconds ?? null,
      challenge: more.challenge ?? null,
    });
  }

  #dueOn(): string {
    return replyDueOn(today(this.clock), this.city.settings);
  }

  #rules() {
    return { districts: this.city.settings.districts, today: today(this.clock) };
  }
}

function withFiles(posted: PostedLetter, attachments: UploadAccepted[]): LetterFormValues {
  return { ...posted.values, attachments };
}

function attachedWords(attachments: UploadAccepted[]): string {
  return attachments.length === 0
    ? 'ファイルが選ばれていません。'
    : `ファイルを${attachments.length}つ添付しています。`;
}
