import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { InboxCounts } from '@kotae/contracts';
import { errorFacts } from '@kotae/http';
import type { Logger } from 'pino';
import type { DeskSession } from '../access/access';
import { COUNTS_APART_MS, InboxDesk } from '../inbox/inbox-desk';
import { sectionLimit } from '../masking/who-sees-what';
import { LOG } from '../platform/tokens';
import { SessionKeeper } from '../session/session-keeper';
import { ChangeListener } from './change-listener';

/** Changes within so many milliseconds are told together. */
const COALESCE_MS = 250;
/** So often a silent stream says that it lives, and looks whether its session still does. */
const HEARTBEAT_MS = 25_000;

/** One open page. */
export interface OpenPage {
  readonly session: DeskSession;
  write(chunk: string): void;
  end(): void;
}

/** Pushes the inbox's counts to every open page; pages that see the same are asked for once. */
@Injectable()
export class LiveCounts implements OnApplicationShutdown {
  readonly #pages = new Set<OpenPage>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #deaf: () => void;
  #soon: NodeJS.Timeout | null = null;
  #told = -Infinity;

  constructor(
    @Inject(ChangeListener) private readonly listener: ChangeListener,
    @Inject(InboxDesk) private readonly inbox: InboxDesk,
    @Inject(SessionKeeper) private readonly sessions: SessionKeeper,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.#deaf = listener.onChange(() => this.#tellSoon());
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Adds a page, tells it the counts of now and none of before, and answers how to remove it. */
  open(page: OpenPage): () => void {
    this.#pages.add(page);
    void this.#tell([page], performance.now());
    return () => this.#pages.delete(page);
  }

  onApplicationShutdown(): void {
    clearInterval(this.#heartbeat);
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#deaf();
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  #tellSoon(): void {
    // Also who asks without an open page gets the counts of now.
    this.inbox.changed();
    if (this.#pages.size === 0) return;
    // However fast letters come in, pages are told so often and no oftener: each asks for its list again when it hears.
    const wait = Math.max(COALESCE_MS, this.#told + COUNTS_APART_MS - performance.now());
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.#told = performance.now();
      void this.#tell([...this.#pages], this.#told);
    }, wait);
  }

  async #tell(pages: readonly OpenPage[], since: number): Promise<void> {
    const bySection = Map.groupBy(pages, (page) => sectionLimit(page.session.actor));
    for (const [sectionId, group] of bySection) {
      try {
        const counts: InboxCounts = await this.inbox.counts(sectionId, since);
        const revision = `${counts.revision}.${this.listener.changes}`;
        const chunk = `event: counts\ndata: ${JSON.stringify({ ...counts, revision })}\n\n`;
        for (const page of group) if (this.#pages.has(page)) page.write(chunk);
      } catch (error) {
        this.log.error({ error: errorFacts(error) }, 'could not push counts');
      }
    }
  }

  async #beat(): Promise<void> {
    for (const page of [...this.#pages]) {
      const lives = await this.sessions.lives(page.session.tokenHash).catch(() => true);
      if (lives) page.write(': still here\n\n');
      else {
        this.#pages.delete(page);
        page.end();
      }
    }
  }
}
