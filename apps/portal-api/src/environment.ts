import { flag, optionalText, readEnvironment, text, wholeNumber, type Variable } from '@kotae/kernel';

const secret: Variable<string> = {
  read: (value) => {
    if (value === undefined || value.length < 32) throw new Error('must have at least 32 characters');
    return value;
  },
};

/** What the portal is told from outside, read once. Errors name variables, never values. */
export function readPortalEnvironment(env: Readonly<Record<string, string | undefined>>) {
  const read = readEnvironment(env, {
    PORTAL_DATABASE_URL: text(),
    KOTAE_SECRET: secret,
    KOTAE_HOST: text('127.0.0.1'),
    KOTAE_PORTAL_PORT: wholeNumber(8080, { min: 0, max: 65_535 }),
    KOTAE_TRUST_PROXY: wholeNumber(0, { min: 0, max: 10 }),
    KOTAE_HTTPS: flag(false),
    KOTAE_FREE_SUBMISSIONS_PER_MINUTE: wholeNumber(5, { min: 1, max: 1_000_000_000 }),
    KOTAE_PORTAL_CONNECTIONS: wholeNumber(10, { min: 2, max: 100 }),
    KOTAE_PORTAL_WEB: optionalText(),
  });
  return {
    databaseUrl: read.PORTAL_DATABASE_URL,
    /** The cell's secret: receipt codes and proofs of work are derived from it. */
    secret: read.KOTAE_SECRET,
    host: read.KOTAE_HOST,
    port: read.KOTAE_PORTAL_PORT,
    trustProxy: read.KOTAE_TRUST_PROXY === 0 ? (false as const) : read.KOTAE_TRUST_PROXY,
    https: read.KOTAE_HTTPS,
    /** Submissions per address and minute that nothing is asked of. */
    freeSubmissionsPerMinute: read.KOTAE_FREE_SUBMISSIONS_PER_MINUTE,
    connections: read.KOTAE_PORTAL_CONNECTIONS,
    /** Where the built pages are (`server/main.js` and `client/`); null for beside this program. */
    webDir: read.KOTAE_PORTAL_WEB,
  };
}

export type PortalEnvironment = ReturnType<typeof readPortalEnvironment>;
