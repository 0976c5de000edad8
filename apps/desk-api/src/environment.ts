import { flag, optionalText, readEnvironment, text, wholeNumber } from '@kotae/kernel';

/** What the desk's program needs from its environment; read once at the start. */
export function deskEnvironment(env: NodeJS.ProcessEnv) {
  return readEnvironment(env, {
    DESK_DATABASE_URL: text(),
    KOTAE_SECRET: text(),
    KOTAE_HOST: text('127.0.0.1'),
    KOTAE_DESK_PORT: wholeNumber(8081, { min: 0, max: 65_535 }),
    /** Connections of this process to the database, one more for listening. */
    KOTAE_DESK_POOL: wholeNumber(10, { min: 2, max: 100 }),
    /** Number of proxies in front whose `X-Forwarded-For` is believed. */
    KOTAE_TRUST_PROXY: wholeNumber(0, { min: 0, max: 10 }),
    /** 1 when people reach the desk over https. */
    KOTAE_HTTPS: flag(false),
    /** Folder of the desk's pages (`index.html`); without it the bundle's neighbour `desk-web`. */
    KOTAE_DESK_WEB: optionalText(),
  });
}

export type DeskEnvironment = ReturnType<typeof deskEnvironment>;
