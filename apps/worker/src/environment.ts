import { optionalText, readEnvironment, text, wholeNumber } from '@kotae/kernel';
import { secondVoiceSettings } from './second-voice/settings';

/** What the worker needs from its environment; read once at the start. */
export function workerEnvironment(env: NodeJS.ProcessEnv) {
  const read = readEnvironment(env, {
    WORKER_DATABASE_URL: text(),
    KOTAE_SECRET: text(),
    REDIS_URL: optionalText(),
    SMTP_URL: optionalText(),
    KOTAE_DATA: text('var'),
    /** Folder that holds `data/letters.jsonl` and `libs/classification/training`. */
    KOTAE_ROOT: text(new URL('../../..', import.meta.url).pathname),
    KOTAE_HOST: text('127.0.0.1'),
    /** Port of `/healthz`, `/readyz` and `/metrics`; 0 = none. */
    KOTAE_WORKER_PORT: wholeNumber(0, { min: 0, max: 65_535 }),
  });
  return { ...read, secondVoice: secondVoiceSettings(env) };
}

export type WorkerEnvironment = ReturnType<typeof workerEnvironment>;
