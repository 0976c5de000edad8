import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TooManyRequests } from '@kotae/http';
import { DomainError } from '@kotae/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressKey } from '../barrier/address-key';
import type { Pages } from '../pages/pages';
import { LOOK_UPS, PAGES } from '../tokens';
import type { LookUps } from './look-ups';

const UNDERSTOOD: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** The page where a receipt code is typed, and what it opens. The code travels in bodies only, never in an address. */
@ApiExcludeController()
@Controller('status')
export class StatusController {
  constructor(
    @Inject(LOOK_UPS) private readonly lookUps: LookUps,
    @Inject(PAGES) private readonly pages: Pages,
  ) {}

  @Get()
  async form(@Res() reply: FastifyReply): Promise<void> {
    const html = await this.pages.remembered('status', 30_000, async () => ({
      name: 'status-form',
      code: '',
      problem: null,
    }));
    this.pages.send(reply, 200, html, 'private, no-cache');
  }

  @Post()
  async show(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const code = fieldOf(body, 'code').slice(0, 100);
    const understood = UNDERSTOOD[fieldOf(body, 'understood')];
    const address = addressKey(request.ip);
    if (code.trim() === '') {
      return this.pages.answer(reply, 422, { name: 'status-form', code, problem: '照会コードを書いてください。' });
    }
    try {
      if (understood !== undefined) await this.lookUps.feedback(address, code, understood);
      const status = await this.lookUps.status(address, code);
      this.pages.answer(reply, 200, { name: 'status', status, code });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const wait = error instanceof TooManyRequests ? error.retryAfterSeconds : null;
      if (wait !== null) void reply.header('Retry-After', String(wait));
      const httpStatus = wait === null ? 404 : 429;
      this.pages.answer(reply, httpStatus, { name: 'status-form', code, problem: error.message });
    }
  }
}

function fieldOf(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
