import { Agent, request } from 'node:http';

/**
 * Sends at a fixed rate, whatever the answers do: a request that should have left while the server was slow counts from the moment it
 * was due, so slowness cannot hide itself.
 */
export class OpenLoop {
  readonly #agent: Agent;
  readonly #latenciesMs: number[] = [];
  #failed = 0;
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      readonly port: number;
      readonly method: 'GET' | 'POST';
      readonly expectedStatus: number;
      readonly connections: number;
      readonly next: () => { path: string; headers: Record<string, string>; body?: string };
    },
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  }

  start(perSecond: number): void {
    const started = performance.now();
    let due = 0;
    this.#timer = setInterval(() => {
      const until = ((performance.now() - started) / 1000) * perSecond;
      for (; due < until; due++) this.#one(started + (due / perSecond) * 1000);
    }, 5);
  }

  /** What was answered since the last call. */
  take(): { latenciesMs: number[]; failed: number } {
    const taken = { latenciesMs: this.#latenciesMs.splice(0), failed: this.#failed };
    this.#failed = 0;
    return taken;
  }

  /** Stops sending and waits for the answers that are still due. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#sent > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    this.#agent.destroy();
  }

  #one(dueAt: number): void {
    const { port, method, expectedStatus, next } = this.options;
    const { path, headers, body } = next();
    this.#sent += 1;
    const end = (ok: boolean) => {
      this.#sent -= 1;
      if (ok) this.#latenciesMs.push(performance.now() - dueAt);
      else this.#failed += 1;
    };
    const call = request({ host: '127.0.0.1', port, method, path, agent: this.#agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => end(answer.statusCode === expectedStatus));
      answer.on('error', () => end(false));
    });
    call.on('error', () => end(false));
    call.end(body);
  }
}
