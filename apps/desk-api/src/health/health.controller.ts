import { Controller, Get, Inject } from '@nestjs/common';
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

  /** The process can serve: its database answers. */
  @Public()
  @Get('readyz')
  async ready() {
    await this.source.query('select 1');
    return { status: 'ok' };
  }
}
