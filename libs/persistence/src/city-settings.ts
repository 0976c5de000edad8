import type { CityClasses, DayString, DeadlineRule } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** What one municipality sets for itself. Kept as one row, read by every program. */
export interface CitySettings {
  readonly name: string;
  readonly mayorName: string;
  readonly deskName: string;
  readonly deskPhone: string;
  readonly deskPostalCode: string;
  readonly deskAddress: string;
  readonly deskEmail: string;
  readonly districts: readonly string[];
  /** Until when a reply is due; a rule, not a number. */
  readonly replyRule: DeadlineRule;
  /** Days off that the law's rules do not give. */
  readonly extraHolidays: readonly DayString[];
  /** Whose name stands on the reply. */
  readonly replySigner: string;
  /** Sections see the text with personal data masked. */
  readonly maskForSections: boolean;
  readonly urgentLines: readonly { name: string; phone: string; hours: string }[];
  /** Words that are never personal information here: the mayor, public persons and places. */
  readonly publicWords: readonly string[];
  readonly portalUrl: string;
  readonly deskUrl: string;
  /** The city's own names and finer classes; without it the product's. */
  readonly classes?: CityClasses;
}

export async function readCitySettings(source: DataSource | EntityManager): Promise<CitySettings> {
  const rows: { settings: CitySettings }[] = await source.query('select settings from city where id = 1');
  if (rows[0] === undefined)
    throw new Error('The city is not set up yet: load the demo city or run `npm run kotae -- setup`');
  return rows[0].settings;
}

export async function writeCitySettings(tx: DataSource | EntityManager, settings: CitySettings): Promise<void> {
  await tx.query(
    `insert into city (id, settings, updated_at) values (1, $1, now())
     on conflict (id) do update set settings = excluded.settings, updated_at = excluded.updated_at, version = city.version + 1`,
    [settings],
  );
}

/**
 * The settings with their version; locked until the transaction ends. Every edit of an administrator begins with it, so
 * that two of them follow each other; nobody else waits for it.
 */
export async function openCitySettings(tx: EntityManager): Promise<{ settings: CitySettings; version: number }> {
  const rows: { settings: CitySettings; version: number }[] = await tx.query(
    'select settings, version from city where id = 1 for update',
  );
  return rows[0]!;
}

/** The settings with the version that a change of them has to name. */
export async function readCitySettingsVersion(
  source: DataSource,
): Promise<{ settings: CitySettings; version: number }> {
  const rows: { settings: CitySettings; version: number }[] = await source.query(
    'select settings, version from city where id = 1',
  );
  return rows[0]!;
}
