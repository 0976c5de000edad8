import {
  FIXED_VOICE_WEIGHTS,
  heardBefore,
  hearSecondVoice,
  learnVoiceWeights,
  type HeardVoice,
  type ReadingContext,
  type VoiceWeights,
} from '@kotae/classification';
import { PgVoiceStore } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { Listener } from './listener';
import { RemoteVoice } from './remote-voice';
import type { SecondVoiceSettings } from './settings';

/** How often the weight is learnt anew, and from how many of the newest sorted submissions. */
const LEARN_EVERY_MS = 10 * 60_000;
const LEARN_FROM = 2_000;

/** What the worker tells about the second voice: codes only. */
export interface VoiceLog {
  warn(facts: { readonly code: string }, message: string): void;
}

/** The worker's second voice: asked after a submission was read, weighed by what people have decided since. */
export class WorkersVoice {
  readonly #store: PgVoiceStore;
  readonly #voice: RemoteVoice;
  readonly #listener: Listener;
  #weights: VoiceWeights = FIXED_VOICE_WEIGHTS;
  #learntAt = -Infinity;

  constructor(options: {
    settings: SecondVoiceSettings;
    source: DataSource;
    /** What submissions are read with now. */
    reading: () => Promise<ReadingContext>;
    log: VoiceLog;
  }) {
    const { settings, source, reading, log } = options;
    this.#store = new PgVoiceStore(source);
    this.#voice = new RemoteVoice(settings, (code, rests) => {
      log.warn({ code }, 'second voice did not answer');
      if (rests) log.warn({ code }, 'second voice is left alone for five minutes');
    });
    this.#listener = new Listener(
      async (submissionId) =>
        hearSecondVoice(
          { store: this.#store, voice: this.#voice, weights: await this.#learnt(), reading: await reading() },
          submissionId,
        ),
      (error) => log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'second voice could not be kept'),
    );
  }

  /** Asks about a submission soon; the suggestion follows by itself. */
  hearLater(submissionId: string): void {
    this.#listener.later(submissionId);
  }

  /** What the voice had said of a submission, so that a new model need not ask again. */
  async heard(submissionId: string): Promise<HeardVoice | null> {
    return heardBefore(await this.#store.suggestion(submissionId), this.#voice, await this.#learnt());
  }

  async stop(): Promise<void> {
    this.#voice.stop();
    await this.#listener.stop();
  }

  async #learnt(): Promise<VoiceWeights> {
    if (performance.now() - this.#learntAt > LEARN_EVERY_MS) {
      this.#learntAt = performance.now();
      this.#weights = learnVoiceWeights(await this.#store.decided(this.#voice.name, LEARN_FROM));
    }
    return this.#weights;
  }
}
