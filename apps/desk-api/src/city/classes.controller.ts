import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import type { ClassesView } from '@kotae/contracts';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { ClassDesk } from './class-desk';
import { ClassesDto } from './city.dto';

/** 分類の名前. */
@Controller('api/city/classes')
export class ClassesController {
  constructor(@Inject(ClassDesk) private readonly classes: ClassDesk) {}

  @RequirePermission('settings.write')
  @Get()
  show(): Promise<ClassesView> {
    return this.classes.show();
  }

  @RequirePermission('settings.write')
  @Put()
  async change(@CurrentActor() actor: StaffActor, @Body() body: ClassesDto): Promise<ClassesView> {
    await this.classes.change(actor, body);
    return this.classes.show();
  }
}
