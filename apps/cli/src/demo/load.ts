import { readCitySettings, writeCitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { demoCitySettings } from './city';
import { loadCityFrame } from './load-city';

export interface DemoContext {
  /** Connected as the owner. */
  readonly source: DataSource;
  /** The cell's secret. */
  readonly secret: string;
  readonly now: Date;
  /** Folder that holds `data/letters.jsonl` and `data/plans.json`. */
  readonly root: string;
  readonly portalUrl: string;
  readonly deskUrl: string;
  readonly onProgress: (words: string) => void;
}

/** True when some city, the demo or a real one, has been set up. */
export async function cityExists(source: DataSource): Promise<boolean> {
  const rows: unknown[] = await source.query('select 1 from city');
  return rows.length > 0;
}

/**
 * Loads こだま市. The row of the city is written last: a load that was cut off is taken up again at the next start, and
 * nothing is loaded twice.
 */
export async function loadDemoCity(context: DemoContext): Promise<void> {
  const settings = demoCitySettings(context.portalUrl, context.deskUrl);
  await context.source.transaction((tx) => loadCityFrame(tx));
  await writeCitySettings(context.source, settings);
}

/** The addresses of a demo on this machine follow its ports. */
export async function refreshLocalAddresses(source: DataSource, portalUrl: string, deskUrl: string): Promise<void> {
  const settings = await readCitySettings(source);
  const local = (url: string) => /^http:\/\/(127\.|localhost|\[::1\])/.test(url);
  if (!local(settings.portalUrl) || (settings.portalUrl === portalUrl && settings.deskUrl === deskUrl)) return;
  await writeCitySettings(source, { ...settings, portalUrl, deskUrl });
}
