import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { errorFacts } from '@kotae/http';
import { DESK_CHANNEL } from '@kotae/persistence';
import pg from 'pg';
import type { DeskSetup } from '../platform/desk-setup';
import { SETUP } from '../platform/tokens';

const RECONNECT_MS = { first: 250, most: 10_000 };

/**
 * Listens on one connection of its own for changes that any program commits, and tells whoever asked. After a lost
 * connection it tells once as well: something may have been missed.
 */
@Injectable()
export class ChangeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #heard = new Set<() => void>();
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #wait = RECONNECT_MS.first;
  #closed = false;
  #changes = 0;

  constructor(@Inject(SETUP) private readonly setup: DeskSetup) {}

  /** Changes heard of since the start. */
  get changes(): number {
    return this.#changes;
  }

  /** @returns how to stop listening. */
  onChange(hear: () => void): () => void {
    this.#heard.add(hear);
    return () => this.#heard.delete(hear);
  }

  onApplicationBootstrap(): void {
    void this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.setup.listenUrl === null || this.#closed) return;
    const client = new pg.Client({
      connectionString: this.setup.listenUrl,
      application_name: 'kotae desk listening',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const lose = (error?: unknown) => {
      if (lost || this.#closed) return;
      lost = true;
      if (error !== undefined) this.setup.log.warn({ error: errorFacts(error) }, 'stopped listening for changes');
      void client.end().catch(() => undefined);
      this.#retry = setTimeout(() => void this.#connect(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, RECONNECT_MS.most);
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', () => this.#tell());
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${DESK_CHANNEL}`);
      this.#wait = RECONNECT_MS.first;
      this.#tell();
    } catch (error) {
      lose(error);
    }
  }

  #tell(): void {
    this.#changes += 1;
    for (const hear of this.#heard) hear();
  }
}
