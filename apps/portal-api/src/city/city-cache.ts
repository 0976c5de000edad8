import type { CityView } from '@kotae/contracts';
import { readCitySettings, type CitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';

const REFRESH_EVERY_MS = 30_000;

/** The city's settings in memory, so that receiving a letter asks the database nothing. Changes arrive within 30 s. */
export class CityCache {
  #settings: CitySettings;
  #view: CityView;
  #timer: NodeJS.Timeout | null = null;

  private constructor(
    private readonly source: DataSource,
    settings: CitySettings,
  ) {
    this.#settings = settings;
    this.#view = cityView(settings);
  }

  static async open(source: DataSource): Promise<CityCache> {
    return new CityCache(source, await readCitySettings(source));
  }

  get settings(): CitySettings {
    return this.#settings;
  }

  get view(): CityView {
    return this.#view;
  }

  /** @param failed is told when a refresh did not work; the last settings stay in force. */
  keepFresh(failed: (error: unknown) => void): void {
    this.#timer = setInterval(() => void this.refresh().catch(failed), REFRESH_EVERY_MS);
    this.#timer.unref();
  }

  async refresh(): Promise<void> {
    this.#settings = await readCitySettings(this.source);
    this.#view = cityView(this.#settings);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
}

/** What residents may see of the settings. */
function cityView(settings: CitySettings): CityView {
  return {
    name: settings.name,
    mayorName: settings.mayorName,
    deskName: settings.deskName,
    deskPhone: settings.deskPhone,
    deskAddress: settings.deskAddress,
    deskPostalCode: settings.deskPostalCode,
    districts: [...settings.districts],
    replyRule: { days: settings.replyRule.days, unit: settings.replyRule.unit },
    urgentLines: settings.urgentLines.map(({ name, phone, hours }) => ({ name, phone, hours })),
    portalUrl: settings.portalUrl,
  };
}
