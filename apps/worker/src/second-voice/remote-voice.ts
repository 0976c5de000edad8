import type { SecondVoice, VoiceOutcome, VoiceQuestion } from '@kotae/classification';
import { Breaker } from './breaker';
import { ChatCompletions, VoiceFailure } from './chat-completions';
import type { SecondVoiceSettings } from './settings';

/** The second voice over the city's network: never rejects, and leaves a server that keeps failing alone. */
export class RemoteVoice implements SecondVoice {
  readonly name: string;
  readonly #chat: ChatCompletions;
  readonly #stop = new AbortController();

  /** `onFailure` hears a code for each failure; `rests` when the server is left alone from now on. */
  constructor(
    settings: SecondVoiceSettings,
    private readonly onFailure: (code: string, rests: boolean) => void,
    private readonly breaker = new Breaker(),
  ) {
    this.name = settings.model;
    this.#chat = new ChatCompletions(settings);
  }

  async ask<T>(question: VoiceQuestion, read: (content: string) => T | null): Promise<VoiceOutcome<T>> {
    if (this.#stop.signal.aborted) return { missing: 'stopped' };
    if (!this.breaker.tryNow()) return { missing: 'resting' };
    try {
      const answer = read(await this.#chat.ask(question, this.#stop.signal));
      if (answer === null) throw new VoiceFailure('unusable');
      this.breaker.succeeded();
      return { answer };
    } catch (error) {
      const missing = error instanceof VoiceFailure ? error.code : 'unreadable';
      if (missing === 'stopped') this.breaker.unknown();
      else this.onFailure(missing, this.breaker.failed());
      return { missing };
    }
  }

  /** Breaks off what is being asked. */
  stop(): void {
    this.#stop.abort();
  }
}
