import { Inject, Injectable } from '@nestjs/common';
import { actorName, type Clock } from '@kotae/kernel';
import { logCityChange, openCitySettings, type CityChangeDraft, type CitySettings } from '@kotae/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CLOCK, DATABASE } from '../platform/tokens';

/** One edit of an administrator: its transaction, the settings it may change, and the log it is written into. */
export interface Edit {
  readonly tx: EntityManager;
  readonly settings: CitySettings;
  readonly settingsVersion: number;
  log(change: CityChangeDraft): Promise<void>;
}

/** Administrators edit one after another; whatever they change is written down with who and when in the same transaction. */
@Injectable()
export class CityEditor {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  edit<T>(actor: StaffActor, work: (edit: Edit) => Promise<T>): Promise<T> {
    const who = { actorId: actor.staffId, actorName: actorName(actor), at: this.clock.now() };
    return this.source.transaction(async (tx) => {
      const { settings, version } = await openCitySettings(tx);
      return work({ tx, settings, settingsVersion: version, log: (change) => logCityChange(tx, change, who) });
    });
  }
}
