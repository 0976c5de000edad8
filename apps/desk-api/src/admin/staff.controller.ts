import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import type { Page, StaffView } from '@kotae/contracts';
import type { Clock } from '@kotae/kernel';
import type { StaffRecord } from '@kotae/persistence';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { IdPipe } from '../platform/id.pipe';
import { CLOCK } from '../platform/tokens';
import { StaffDesk } from './staff-desk';
import { StaffDto } from './staff.dto';

@Controller('api/staff')
export class StaffController {
  constructor(
    @Inject(StaffDesk) private readonly staff: StaffDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @RequirePermission('staff.manage')
  @Get()
  async list(): Promise<Page<StaffView>> {
    return { items: (await this.staff.list()).map((record) => this.#view(record)), next: null };
  }

  @RequirePermission('staff.manage')
  @Post()
  async add(@Body() body: StaffDto): Promise<StaffView> {
    return this.#view(await this.staff.add(body));
  }

  @RequirePermission('staff.manage')
  @Put(':id')
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: StaffDto,
  ): Promise<StaffView> {
    return this.#view(await this.staff.change(actor, id, body));
  }

  #view({ id, login, name, role, sectionId, active, lockedUntil }: StaffRecord): StaffView {
    return { id, login, name, role, sectionId, active, locked: lockedUntil !== null && lockedUntil > this.clock.now() };
  }
}
