import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { ValueTableCheck, ValueTableImported } from '@kotae/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { sendFile } from './file-answer';
import { ValuesCsvDesk } from './values-csv-desk';
import { uploadedTable } from './values-csv-upload';

/** 値の取り込み: the yearly values of a plan by file. */
@Controller('api/plans/:id')
export class ValuesCsvController {
  constructor(@Inject(ValuesCsvDesk) private readonly values: ValuesCsvDesk) {}

  @RequirePermission('indicator.write')
  @Get('values.csv')
  async template(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, await this.values.template(id));
  }

  @RequirePermission('indicator.write')
  @Post('values/check')
  @HttpCode(200)
  async check(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ValueTableCheck> {
    return this.values.check(id, await uploadedTable(request));
  }

  @RequirePermission('indicator.write')
  @Post('values')
  @HttpCode(200)
  async take(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ValueTableImported> {
    return this.values.take(actor, id, await uploadedTable(request));
  }
}
