import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { SubmissionAccepted, SubmissionStatus } from '@kotae/contracts';
import { DomainError, LIMITS, today, type Clock, type FieldProblem } from '@kotae/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems, ref } from '../api/open-api-parts';
import { addressKey } from '../barrier/address-key';
import { LookUps } from '../status/look-ups';
import { CLOCK, LOOK_UPS, RECEPTION } from '../tokens';
import { FeedbackDto } from './feedback-dto';
import { Reception } from './reception';
import { SubmissionDto } from './submission-dto';
import { inputOfRequest } from './submission-input';

const KEY_LENGTH = LIMITS.idempotencyKey - Reception.apiKey('').length;

@ApiTags('声を送る・その後を見る')
@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(
    @Inject(RECEPTION) private readonly reception: Reception,
    @Inject(LOOK_UPS) private readonly lookUps: LookUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    operationId: 'sendSubmission',
    summary: '声を送る',
    description:
      '答えたときには保存が終わっています。同じ Idempotency-Key で同じ内容を送り直すと、同じ受付番号と照会コードを返します。' +
      '同じ送り元から短い時間に多く届いたときは429で、待つ秒数と、待つ代わりに解ける計算（ALTCHA形式）を返します。',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: `送るたびに新しく作る文字列（1〜${KEY_LENGTH}文字）。送り直すときは同じものを使います。`,
    schema: { type: 'string', minLength: 1, maxLength: KEY_LENGTH },
    example: '4f2b8c1e-7a55-4a0e-9a53-0a3d8f6b2c11',
  })
  @ApiHeader({
    name: 'Kotae-Proof',
    required: false,
    description: '429で受け取った計算の答え（ALTCHAのpayload、base64）。',
  })
  @ApiBody({ type: SubmissionDto })
  @ApiResponse({ status: 201, description: '受け付けました', schema: ref('SubmissionAccepted') })
  @problems(400, 413, 415, 422, 429)
  async send(
    @Body() body: SubmissionDto,
    @Headers('idempotency-key') key: string | undefined,
    @Headers('kotae-proof') proof: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionAccepted> {
    const sender = { address: addressKey(request.ip), formToken: null, proof: proof ?? null };
    const input = inputOfRequest(body, today(this.clock));
    const received = await this.reception.receive(input, keyOf(key), sender).catch(asRequestProblem);
    void reply.header('Cache-Control', 'no-store');
    const { receiptNumber, receiptCode, receivedOn } = received;
    return { receiptNumber, receiptCode, receivedOn };
  }

  @Get(':receiptCode')
  @ApiOperation({ operationId: 'readStatus', summary: '送った声のその後を見る' })
  @ApiParam({ name: 'receiptCode', description: '照会コード', example: '7KQ2M-VX9RA-4TPD' })
  @ApiResponse({ status: 200, description: 'これまでのことと、あれば返事', schema: ref('SubmissionStatus') })
  @problems(404, 429)
  async status(
    @Param('receiptCode') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionStatus> {
    void reply.header('Cache-Control', 'no-store');
    return this.lookUps.status(addressKey(request.ip), code);
  }

  @Post(':receiptCode/feedback')
  @HttpCode(204)
  @ApiOperation({ operationId: 'answerFeedback', summary: '回答が分かったかを伝える' })
  @ApiParam({ name: 'receiptCode', description: '照会コード', example: '7KQ2M-VX9RA-4TPD' })
  @ApiResponse({ status: 204, description: '伝わりました' })
  @problems(400, 404, 422, 429)
  async feedback(
    @Param('receiptCode') code: string,
    @Body() body: FeedbackDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.lookUps.feedback(addressKey(request.ip), code, body.understood);
  }
}

function keyOf(header: string | undefined): string {
  const key = header?.trim() ?? '';
  if (key !== '' && key.length <= KEY_LENGTH && /^[\x21-\x7e ]+$/.test(key)) return Reception.apiKey(key);
  throw new DomainError('invalid_input', 'Idempotency-Key が必要です。', [
    {
      field: 'Idempotency-Key',
      message: `ヘッダー Idempotency-Key に、送るたびに新しい文字列（1〜${KEY_LENGTH}文字）を入れてください。`,
    },
  ]);
}

const FIELDS: Readonly<Record<string, string>> = {
  replyChannel: 'reply.channel',
  email: 'reply.email',
  postalCode: 'reply.postalCode',
  address: 'reply.address',
};

/** The rules name fields as the room does; the API's client knows them by where they stand in its body. */
function asRequestProblem(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'invalid_input') throw error;
  const fields: FieldProblem[] = error.fields.map(({ field, message }) => ({ field: FIELDS[field] ?? field, message }));
  throw new DomainError(error.code, error.message, fields);
}
