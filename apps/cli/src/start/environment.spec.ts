import { Trouble } from '../trouble';
import { launcherEnvironment } from './environment';
import { programs, reachable } from './programs';

const SECRET = 's'.repeat(32);
const URLS = {
  DATABASE_URL: 'postgres://owner:o@db/kotae',
  PORTAL_DATABASE_URL: 'postgres://portal:p@db/kotae',
  DESK_DATABASE_URL: 'postgres://desk:d@db/kotae',
  WORKER_DATABASE_URL: 'postgres://worker:w@db/kotae',
};

function refusal(env: Record<string, string>): string {
  try {
    launcherEnvironment(env, '/repo');
  } catch (error) {
    expect(error).toBeInstanceOf(Trouble);
    return `${(error as Trouble).message}\n${(error as Trouble).advice}`;
  }
  throw new Error('was not refused');
}

describe("the launcher's environment", () => {
  it('needs nothing', () => {
    expect(launcherEnvironment({}, '/repo')).toEqual({
      data: '/repo/var',
      host: '127.0.0.1',
      portalPort: 8080,
      deskPort: 8081,
      secret: null,
      databases: null,
    });
  });

  it('names what is wrong and never its value', () => {
    const words = refusal({ KOTAE_PORTAL_PORT: 'eighty-hidden', KOTAE_DESK_PORT: '99999' });
    expect(words).toContain('KOTAE_PORTAL_PORT');
    expect(words).toContain('KOTAE_DESK_PORT');
    expect(words).not.toContain('hidden');
  });

  it('wants all four connections or none, and then a secret', () => {
    expect(refusal({ DATABASE_URL: URLS.DATABASE_URL })).toContain('PORTAL_DATABASE_URL, DESK_DATABASE_URL');
    expect(refusal(URLS)).toContain('KOTAE_SECRET');
    expect(refusal({ KOTAE_SECRET: 'short' })).toContain('KOTAE_SECRET');
    expect(launcherEnvironment({ ...URLS, KOTAE_SECRET: SECRET }, '/repo').databases?.desk).toBe(
      URLS.DESK_DATABASE_URL,
    );
  });

  it('refuses one port for two programs', () => {
    expect(refusal({ KOTAE_PORTAL_PORT: '9000', KOTAE_DESK_PORT: '9000' })).toContain('KOTAE_DESK_PORT');
  });
});

describe('what each program is given', () => {
  const inherited = {
    ...URLS,
    PGPASSWORD: 'x',
    SMTP_URL: 'smtp://mail',
    REDIS_URL: 'redis://queue',
    KOTAE_SECOND_VOICE_KEY: 'voice key',
    KOTAE_TAKE_OVER_FROM: URLS.DATABASE_URL,
    LANG: 'ja_JP.UTF-8',
  };
  const run = () => {
    const environment = launcherEnvironment({ ...inherited, KOTAE_SECRET: SECRET }, '/repo');
    return programs(environment, environment.databases!, SECRET, inherited);
  };

  it("its own role's connection and no other", async () => {
    for (const { name, env } of await run()) {
      const connections = Object.keys(env).filter((key) => key.endsWith('DATABASE_URL'));
      expect(connections).toEqual([`${name.toUpperCase()}_DATABASE_URL`]);
      expect(Object.values(env)).not.toContain(URLS.DATABASE_URL);
      expect(env).not.toHaveProperty('PGPASSWORD');
      expect(env['LANG']).toBe('ja_JP.UTF-8');
    }
  });

  it('only the worker knows the mail server, the queue and the second voice', async () => {
    const told = (await run()).filter(({ env }) => 'SMTP_URL' in env || 'REDIS_URL' in env);
    expect(told.map(({ name }) => name)).toEqual(['worker']);
    const voice = (await run()).filter(({ env }) => Object.values(env).includes('voice key'));
    expect(voice.map(({ name }) => name)).toEqual(['worker']);
  });

  it.each([
    ['0.0.0.0', '127.0.0.1'],
    ['::', '[::1]'],
    ['fd00::1', '[fd00::1]'],
    ['192.0.2.7', '192.0.2.7'],
  ])('a program listening on %s is reached at %s', (host, address) => expect(reachable(host)).toBe(address));
});
