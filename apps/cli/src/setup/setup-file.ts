import type { CitySettings } from '@kotae/persistence';
import { Trouble } from '../trouble';

/** The file that `kotae setup` reads; docs/operations.md shows one. */
export interface SetupFile {
  readonly settings: CitySettings;
  readonly sections: readonly { readonly id: string; readonly name: string; readonly topics: readonly string[] }[];
}

const TEXTS = [
  'name',
  'mayorName',
  'deskName',
  'deskPhone',
  'deskPostalCode',
  'deskAddress',
  'deskEmail',
  'replySigner',
  'portalUrl',
  'deskUrl',
] as const satisfies readonly (keyof CitySettings)[];

/** Reads and checks the file. @throws Trouble that lists everything that is missing or wrong. */
export function readSetupFile(json: string, topicCodes: readonly string[]): SetupFile {
  const problems: string[] = [];
  const file = parse(json);
  const settings = file.settings ?? {};
  for (const name of TEXTS) {
    if (typeof settings[name] !== 'string' || settings[name].trim() === '')
      problems.push(`settings.${name} is missing`);
  }
  const rule = settings.replyRule;
  if (
    rule === undefined ||
    !Number.isInteger(rule.days) ||
    rule.days < 1 ||
    !['calendar', 'open'].includes(rule.unit)
  ) {
    problems.push('settings.replyRule must be {"days": 14, "unit": "calendar" | "open"}');
  }
  const sections = (file.sections ?? []).map(({ id = '', name = '', topics = [] }) => ({ id, name, topics }));
  if (sections.some(({ id, name }) => !/^[a-z0-9-]{1,40}$/.test(id) || name === '')) {
    problems.push('every section needs an id of small letters, digits and dashes, and a name');
  }
  for (const code of topicCodes) {
    const leading = sections.filter(({ topics }) => topics.includes(code)).length;
    if (leading !== 1) problems.push(`topic ${code} needs exactly one lead section (has ${leading})`);
  }
  if (problems.length > 0) {
    throw new Trouble('市の設定のファイルに、直すところがあります。', problems.join('\n'));
  }
  return {
    sections,
    settings: {
      districts: [],
      extraHolidays: [],
      maskForSections: true,
      urgentLines: [],
      publicWords: [],
      ...settings,
    } as CitySettings,
  };
}

function parse(json: string): {
  settings?: Partial<CitySettings>;
  sections?: Partial<SetupFile['sections'][number]>[];
} {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Trouble('市の設定のファイルを読めません。', 'JSON で書いてください。 / The file is not JSON.');
}
