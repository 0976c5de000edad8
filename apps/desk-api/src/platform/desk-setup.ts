import type { Typesetter } from '@kotae/documents';
import type { Clock } from '@kotae/kernel';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** Everything the desk's program is given from outside; nothing below reads the environment. */
export interface DeskSetup {
  /** The cell's database as role `kotae_desk`. Closed with the application. */
  readonly source: DataSource;
  /** Where one connection listens for changes; null = open pages are not told and ask by themselves. */
  readonly listenUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** Sets letters and reports as PDF. Closed with the application. */
  readonly typesetter: Typesetter;
  /** The cell's secret. */
  readonly secret: string;
  /** True when people reach the desk over https. */
  readonly https: boolean;
  /** Number of proxies whose word on the address is believed, or false. */
  readonly trustProxy: number | false;
  /** Folder with the desk's pages; null = this process serves the API only. */
  readonly webFolder: string | null;
}
