import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Page, PublicAnswer, SimilarAnswer } from '@kotae/contracts';
import { TooManyRequests } from '@kotae/http';
import { DomainError, LIMITS, isId, type Clock } from '@kotae/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems, ref } from '../api/open-api-parts';
import { addressKey } from '../barrier/address-key';
import { SlidingWindow } from '../barrier/sliding-window';
import { cleanText } from '../clean-text';
import { CLOCK, PUBLIC_READING } from '../tokens';
import { readAnswersQuery } from './answers-query';
import type { PublicReading } from './public-reading';
import { SimilarDto } from './similar-dto';

const SHARED = 'public, max-age=30';
const SIMILAR = 3;
/** Similar answers are looked for by the first part of a text: enough to know what it is about. */
const READ_OF_TEXT = 600;
/** Per address; who types asks about once in a few seconds. */
const SIMILAR_PER_MINUTE = 60;

@ApiTags('公表された声')
@Controller('api/v1/public-answers')
export class PublicAnswersController {
  readonly #asked = new SlidingWindow({ limit: SIMILAR_PER_MINUTE, windowMs: 60_000, keys: 20_000 });

  constructor(
    @Inject(PUBLIC_READING) private readonly reading: PublicReading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPublicAnswers', summary: '公表された声を新しい順に読む、探す' })
  @ApiQuery({ name: 'q', required: false, description: `探す言葉（${LIMITS.searchQuery}文字まで）` })
  @ApiQuery({ name: 'topic', required: false, description: 'テーマの符号' })
  @ApiQuery({ name: 'after', required: false, description: '前のページの next' })
  @ApiResponse({ status: 200, description: '新しい順', schema: ref('PublicAnswerPage') })
  @problems()
  async list(
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PublicAnswer>> {
    void reply.header('Cache-Control', SHARED);
    return this.reading.answers(readAnswersQuery(query));
  }

  @Post('similar')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'findSimilarAnswers',
    summary: '似た声を探す',
    description: '書いている文に似た、公表された声を返します。文は保存しません。',
  })
  @ApiBody({ type: SimilarDto })
  @ApiResponse({ status: 200, description: '似ている順', schema: { type: 'array', items: ref('SimilarAnswer') } })
  @problems(400, 422, 429)
  async similar(
    @Body() body: SimilarDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SimilarAnswer[]> {
    void reply.header('Cache-Control', 'no-store');
    this.#refuseFloods(addressKey(request.ip));
    const text = [...cleanText(body.text)].slice(0, READ_OF_TEXT).join('');
    return text.trim() === '' ? [] : this.reading.similar(text, SIMILAR);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readPublicAnswer', summary: '公表された声を1つ読む' })
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiResponse({ status: 200, description: '声と市の考え方', schema: ref('PublicAnswer') })
  @problems(404)
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PublicAnswer> {
    const answer = isId(id) ? await this.reading.answer(id) : null;
    if (answer === null) throw new DomainError('not_found', '公表された声が見つかりませんでした。');
    void reply.header('Cache-Control', SHARED);
    return answer;
  }

  #refuseFloods(address: string): void {
    const now = this.clock.now().getTime();
    const wait = this.#asked.waitMs(address, now);
    if (wait > 0) throw new TooManyRequests('短い時間に続けて探されました。', Math.ceil(wait / 1000));
    this.#asked.add(address, now);
  }
}
