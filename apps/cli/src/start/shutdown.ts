/** How things are ended: in the reverse order of their start, once, however often it is asked for. */
export class Shutdown {
  readonly #tasks: { readonly end: () => Promise<void>; readonly force: () => void }[] = [];
  #running: Promise<void> | null = null;
  #starting: Promise<unknown> = Promise.resolve();

  /** True from the moment the end was asked for. */
  get asked(): boolean {
    return this.#running !== null;
  }

  /** Registers how one thing is ended: in peace, and by force. */
  add(end: () => Promise<void>, force: () => void = () => undefined): void {
    this.#tasks.push({ end, force });
  }

  /** What is being started while the end may be asked for: it is awaited first, so that nothing is left behind. */
  awaitFirst(starting: Promise<unknown>): void {
    this.#starting = starting.catch(() => undefined);
  }

  /** Called between the steps of a start. Throws when the end was asked for meanwhile. */
  check(): void {
    if (this.asked) throw new Error('stopped');
  }

  run(): Promise<void> {
    this.#running ??= (async () => {
      await this.#starting;
      for (const task of [...this.#tasks].reverse()) await task.end().catch(() => undefined);
    })();
    return this.#running;
  }

  force(): void {
    for (const task of [...this.#tasks].reverse()) task.force();
  }
}

/** Signals that come this close together are one: a terminal and npm both pass Ctrl-C on. */
const ONE_SIGNAL_MS = 700;
/** Everything must have ended by then. */
const PATIENCE_MS = 9_000;

/** The first Ctrl-C (or SIGTERM) ends everything in order, exit code 0; a second one, later, at once. */
export function endOnSignals(shutdown: Shutdown, say: (text: string) => void): void {
  let first = 0;
  const onSignal = () => {
    if (first === 0) {
      first = Date.now();
      say('\n  終了しています…（もう一度 Ctrl-C で、すぐに止めます）\n');
      const timer = setTimeout(() => {
        shutdown.force();
        process.exit(1);
      }, PATIENCE_MS);
      void shutdown.run().then(() => {
        clearTimeout(timer);
        say('  終了しました。データは残っています。\n');
        process.exit(0);
      });
    } else if (Date.now() - first > ONE_SIGNAL_MS) {
      shutdown.force();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
