import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Page, TemplateView } from '@kotae/contracts';
import { DomainError } from '@kotae/kernel';
import { AnswerTemplates, readSections, type AnswerTemplate } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { sectionLimit } from '../masking/who-sees-what';
import { IdPipe } from '../platform/id.pipe';
import { DATABASE } from '../platform/tokens';
import { refuseForeignTemplate } from './template-rules';
import { TemplateDto } from './template.dto';

/** 回答のひな形. */
@Controller('api/templates')
export class TemplatesController {
  readonly #templates: AnswerTemplates;

  constructor(@Inject(DATABASE) private readonly source: DataSource) {
    this.#templates = new AnswerTemplates(source);
  }

  @RequirePermission('template.write')
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<Page<TemplateView>> {
    return { items: (await this.#templates.list(sectionLimit(actor))).map(view), next: null };
  }

  @RequirePermission('template.write')
  @Post()
  async add(@CurrentActor() actor: StaffActor, @Body() body: TemplateDto): Promise<TemplateView> {
    return view(await this.#templates.add(await this.#checked(actor, body)));
  }

  @RequirePermission('template.write')
  @Put(':id')
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Body() body: TemplateDto,
  ): Promise<TemplateView> {
    await this.#open(actor, id);
    const template = { id, ...(await this.#checked(actor, body)) };
    await this.#templates.change(template);
    return view(template);
  }

  @RequirePermission('template.write')
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: StaffActor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.#open(actor, id);
    await this.#templates.remove(id);
  }

  async #open(actor: StaffActor, id: string): Promise<void> {
    const template = await this.#templates.find(id);
    if (template === null) throw new DomainError('not_found', 'このひな形は見つかりません。');
    refuseForeignTemplate(actor, template.sectionId);
  }

  async #checked(actor: StaffActor, { sectionId, name, body }: TemplateDto): Promise<Omit<AnswerTemplate, 'id'>> {
    refuseForeignTemplate(actor, sectionId);
    const known = sectionId === null || (await readSections(this.source)).some(({ id }) => id === sectionId);
    if (!known)
      throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [
        { field: 'sectionId', message: '担当課を選んでください。' },
      ]);
    return { sectionId, name, body };
  }
}

function view({ id, sectionId, name, body }: AnswerTemplate): TemplateView {
  return { id, sectionId, name, body };
}
