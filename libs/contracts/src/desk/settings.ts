import type { DayString } from '@kotae/kernel';
import type { CityView } from '../portal';

/** `GET|PUT /api/settings`: what the municipality sets for itself. */
export interface SettingsView extends CityView {
  deskEmail: string;
  extraHolidays: DayString[];
  replySigner: string;
  maskForSections: boolean;
  publicWords: string[];
  deskUrl: string;
  /** A change names the version it was made from. */
  version: number;
}
