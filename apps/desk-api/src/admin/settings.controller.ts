import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import type { SettingsView } from '@kotae/contracts';
import { isDay, type FieldProblem } from '@kotae/kernel';
import { readCitySettingsVersion, writeCitySettings, type CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { changesOf } from '../city/changes-of';
import { CityEditor } from '../city/city-editor';
import { demandVersion, refused } from '../city/refusals';
import { DATABASE } from '../platform/tokens';
import { cityView } from '../reference/city-view';
import { SettingsDto } from './settings.dto';

/** What the municipality sets for itself. */
@Controller('api/settings')
export class SettingsController {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CityEditor) private readonly editor: CityEditor,
  ) {}

  @RequirePermission('settings.write')
  @Get()
  async show(): Promise<SettingsView> {
    const { settings, version } = await readCitySettingsVersion(this.source);
    return { ...settingsFields(settings), version };
  }

  /** The whole of it: what is not sent is not kept, but for the names of the classes, which have a page of their own. */
  @RequirePermission('settings.write')
  @Put()
  async change(@CurrentActor() actor: StaffActor, @Body() body: SettingsDto): Promise<SettingsView> {
    const after = settingsFields(body);
    const problems = settingsProblems(after);
    if (problems.length > 0) throw refused(...problems);
    await this.editor.edit(actor, async ({ tx, log, settings, settingsVersion }) => {
      demandVersion(body.version, settingsVersion);
      const changes = changesOf(settingsFields(settings), after, FIELDS);
      if (changes.length === 0) return;
      await writeCitySettings(tx, { ...settings, ...after });
      await log({ area: 'settings', kind: 'changed', details: { changes } });
    });
    return this.show();
  }
}

type Fields = Omit<SettingsView, 'version'>;

const FIELDS = [
  'name',
  'mayorName',
  'deskName',
  'deskPhone',
  'deskPostalCode',
  'deskAddress',
  'deskEmail',
  'districts',
  'replyRule',
  'extraHolidays',
  'replySigner',
  'maskForSections',
  'urgentLines',
  'publicWords',
  'portalUrl',
  'deskUrl',
] as const satisfies readonly (keyof Fields)[];

function settingsFields(city: CitySettings | SettingsDto): Fields {
  return {
    ...cityView(city),
    deskEmail: city.deskEmail,
    extraHolidays: [...city.extraHolidays],
    replySigner: city.replySigner,
    maskForSections: city.maskForSections,
    publicWords: [...city.publicWords],
    deskUrl: city.deskUrl,
  };
}

/** What the shape alone does not say. */
function settingsProblems({ extraHolidays, districts }: Fields): FieldProblem[] {
  return [
    ...(extraHolidays.every(isDay) ? [] : [{ field: 'extraHolidays', message: '暦にない日があります。' }]),
    ...(new Set(districts).size === districts.length
      ? []
      : [{ field: 'districts', message: '同じ地区が2回書かれています。' }]),
  ];
}
