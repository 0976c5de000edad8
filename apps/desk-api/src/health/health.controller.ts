import { missingMigrations } from '@kotae/persistence';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { Public } from '../access/access';
import { DATABASE } from '../platform/tokens';

/** For the launcher and a city's monitoring. */
@Controller()
export class HealthController {
  constructor(@Inject(DATABASE) private readonly source: DataSource) {}

  /** The process answers. */
  @Public()
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** The process can serve: its database answers and has this release's form. */
  @Public()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const status = await missingMigrations(this.source).then(
      (missing) => (missing.length === 0 ? 'ok' : 'schema_too_old'),
      () => 'unavailable',
    );
    if (status !== 'ok') void reply.status(503);
    return { status };
  }
}
