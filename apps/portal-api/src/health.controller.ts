import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { READINESS } from './tokens';

/** Answers whether the portal can receive a letter now. */
export type Readiness = () => Promise<boolean>;

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly ready: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('readyz')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    if (await this.ready().catch(() => false)) return { status: 'ok' };
    void reply.status(503);
    return { status: 'unavailable' };
  }
}
