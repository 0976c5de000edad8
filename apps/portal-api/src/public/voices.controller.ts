import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isId } from '@kotae/kernel';
import type { FastifyReply } from 'fastify';
import type { Pages } from '../pages/pages';
import { PAGES, PUBLIC_READING } from '../tokens';
import { readAnswersQuery } from './answers-query';
import type { PublicReading } from './public-reading';

const FRESH_FOR_MS = 15_000;
const SHARED = 'public, max-age=30';
const SIMILAR = 3;

/** 市民の声と市の考え方: what is published. */
@ApiExcludeController()
@Controller('voices')
export class VoicesController {
  constructor(
    @Inject(PUBLIC_READING) private readonly reading: PublicReading,
    @Inject(PAGES) private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const asked = readAnswersQuery(query);
    const html = await this.pages.remembered(`voices ${JSON.stringify(asked)}`, FRESH_FOR_MS, async () => {
      const [page, topics] = await Promise.all([this.reading.answers(asked), this.reading.topics()]);
      return {
        name: 'voices',
        page,
        query: asked.query,
        topic: asked.topic,
        older: asked.after !== null,
        topics,
      };
    });
    this.pages.send(reply, 200, html, SHARED);
  }

  @Get(':id')
  async one(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    if (!isId(id)) throw new NotFoundException();
    const html = await this.pages.remembered(`voice ${id.toLowerCase()}`, FRESH_FOR_MS, async () => {
      const answer = await this.reading.answer(id);
      if (answer === null) throw new NotFoundException();
      const similar = await this.reading.similar(`${answer.title} ${answer.question}`, SIMILAR + 1);
      return { name: 'voice', answer, similar: similar.filter((other) => other.id !== answer.id).slice(0, SIMILAR) };
    });
    this.pages.send(reply, 200, html, SHARED);
  }
}
