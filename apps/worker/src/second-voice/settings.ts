import { flag, optionalText, readEnvironment, wholeNumber, type Variable } from '@kotae/kernel';
import { chatAddress } from './server-address';

/** Where the second voice is reached. */
export interface SecondVoiceSettings {
  readonly url: URL;
  readonly model: string;
  readonly key: string | null;
  readonly timeoutMs: number;
}

/** Keys and names travel in headers and logs' neighbours: plain signs only, so that no error ever quotes one. */
const plainText = (most: number): Variable<string | null> => ({
  read: (value) => {
    const text = optionalText().read(value);
    if (text !== null && (text.length > most || !/^[\x21-\x7e]+$/.test(text)))
      throw new Error(`must be at most ${most} plain signs without blanks`);
    return text;
  },
});

/**
 * Reads the second voice's variables; null without `KOTAE_SECOND_VOICE_URL`: then nothing is ever asked.
 * @throws Error that names the wrong variable and never its value.
 */
export function secondVoiceSettings(env: Readonly<Record<string, string | undefined>>): SecondVoiceSettings | null {
  const read = readEnvironment(env, {
    KOTAE_SECOND_VOICE_URL: optionalText(),
    KOTAE_SECOND_VOICE_MODEL: plainText(100),
    KOTAE_SECOND_VOICE_KEY: plainText(500),
    KOTAE_SECOND_VOICE_TIMEOUT_MS: wholeNumber(8_000, { min: 100, max: 60_000 }),
    KOTAE_SECOND_VOICE_ALLOW_PUBLIC: flag(false),
  });
  const { KOTAE_SECOND_VOICE_URL: base, KOTAE_SECOND_VOICE_MODEL: model } = read;
  if (base === null) return null;
  if (model === null) throw new Error('Environment: KOTAE_SECOND_VOICE_MODEL is missing');
  try {
    return {
      url: chatAddress(base, read.KOTAE_SECOND_VOICE_ALLOW_PUBLIC),
      model,
      key: read.KOTAE_SECOND_VOICE_KEY,
      timeoutMs: read.KOTAE_SECOND_VOICE_TIMEOUT_MS,
    };
  } catch (error) {
    throw new Error(`Environment: KOTAE_SECOND_VOICE_URL ${error instanceof Error ? error.message : 'is wrong'}`);
  }
}
