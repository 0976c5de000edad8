import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { READINESS } from './tokens';

/** Answers whether the portal can receive a letter now; throws when its database does not answer. */
export type Readiness = () => Promise<'ok' | 'schema_too_old'>;

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(READINESS) private readonly ready: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers too, and has this release's form. */
  @Get('readyz')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const status = await this.ready().catch(() => 'unavailable');
    if (status !== 'ok') void reply.status(503);
    return { status };
  }
}
