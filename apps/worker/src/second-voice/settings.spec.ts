import { secondVoiceSettings } from './settings';

const read = (env: Record<string, string>) => secondVoiceSettings({ KOTAE_SECOND_VOICE_MODEL: 'llm-8b', ...env });
const at = (KOTAE_SECOND_VOICE_URL: string, more: Record<string, string> = {}) =>
  read({ KOTAE_SECOND_VOICE_URL, ...more });

describe('the second voice’s settings', () => {
  it('are none without an address, whatever else is set', () => {
    expect(read({})).toBeNull();
    expect(read({ KOTAE_SECOND_VOICE_URL: '', KOTAE_SECOND_VOICE_KEY: 'k' })).toBeNull();
  });

  it('have eight seconds and no key unless told otherwise', () => {
    expect(at('http://10.0.0.5:8000/v1')).toEqual({
      url: new URL('http://10.0.0.5:8000/v1/chat/completions'),
      model: 'llm-8b',
      key: null,
      timeoutMs: 8_000,
    });
    expect(at('https://gpu/v1/', { KOTAE_SECOND_VOICE_KEY: 'k', KOTAE_SECOND_VOICE_TIMEOUT_MS: '2000' })).toMatchObject(
      {
        url: new URL('https://gpu/v1/chat/completions'),
        key: 'k',
        timeoutMs: 2_000,
      },
    );
  });

  it.each([
    'http://127.0.0.1:11434/v1',
    'http://localhost:8000/v1',
    'http://[::1]:8000/v1',
    'http://172.31.255.1/v1',
    'http://192.168.10.2/v1',
    'http://169.254.3.4/v1',
    'http://[fd12:3456::1]/v1',
    'http://[fe80::1]/v1',
    'http://[::ffff:10.0.0.5]/v1',
    'http://gpu-server:8000/v1',
    'http://llm.city.local/v1',
    'https://llm.internal./v1',
  ])('take %s, which is inside the city’s network', (url) => expect(at(url)).not.toBeNull());

  it.each([
    'https://api.openai.com/v1',
    'http://8.8.8.8/v1',
    'http://134744072/v1',
    'http://172.32.0.1/v1',
    'http://11.0.0.1/v1',
    'http://0.0.0.0/v1',
    'http://[2001:4860:4860::8888]/v1',
    'http://[::ffff:8.8.8.8]/v1',
    'http://10.0.0.5.example.com/v1',
    'https://llm.city.kodama.lg.jp/v1',
    'http://local.example/v1',
  ])('refuse %s, which is not, unless the city says so', (url) => {
    expect(() => at(url)).toThrow('KOTAE_SECOND_VOICE_URL must name a server inside');
    expect(at(url, { KOTAE_SECOND_VOICE_ALLOW_PUBLIC: '1' })).not.toBeNull();
  });

  it.each([
    ['an address with a password', { KOTAE_SECOND_VOICE_URL: 'http://a:SECRET@10.0.0.5/v1' }],
    ['an address with a question', { KOTAE_SECOND_VOICE_URL: 'http://10.0.0.5/v1?key=SECRET' }],
    ['another protocol', { KOTAE_SECOND_VOICE_URL: 'file:///etc/SECRET' }],
    ['no address at all', { KOTAE_SECOND_VOICE_URL: 'SECRET' }],
    [
      'a key that no header can hold',
      { KOTAE_SECOND_VOICE_URL: 'http://gpu/v1', KOTAE_SECOND_VOICE_KEY: 'SECRET\nX: 1' },
    ],
    ['no model', { KOTAE_SECOND_VOICE_URL: 'http://gpu/v1', KOTAE_SECOND_VOICE_MODEL: '' }],
    ['no time', { KOTAE_SECOND_VOICE_URL: 'http://gpu/v1', KOTAE_SECOND_VOICE_TIMEOUT_MS: '0' }],
  ])('refuse %s without quoting it', (_, env) => {
    expect(() => read(env)).toThrow('KOTAE_SECOND_VOICE_');
    expect(() => read(env)).not.toThrow('SECRET');
  });
});
