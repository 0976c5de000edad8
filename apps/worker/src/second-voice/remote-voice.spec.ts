import { STANDARD_TOPICS, readVoiceAnswer, voiceQuestion } from '@kotae/classification';
import { byRule, say, startVoiceServer, type VoiceBehaviour, type VoiceServer } from '../testing/voice-server';
import { Breaker } from './breaker';
import { RemoteVoice } from './remote-voice';
import { secondVoiceSettings } from './settings';

const TEXT = '公園に日よけを作ってください。';
const QUESTION = voiceQuestion(
  { subject: null, body: TEXT },
  [{ text: TEXT, start: 0, end: TEXT.length }],
  STANDARD_TOPICS,
)!;
const KEY = 'key-of-the-city';

describe('the second voice over HTTP', () => {
  let server: VoiceServer;
  let failures: string[];
  let now: number;

  beforeEach(async () => {
    server = await startVoiceServer();
    failures = [];
    now = 0;
  });
  afterEach(() => server.stop());

  const voiceAt = (base: string, timeoutMs = 5_000) =>
    new RemoteVoice(
      secondVoiceSettings({
        KOTAE_SECOND_VOICE_URL: base,
        KOTAE_SECOND_VOICE_MODEL: 'llm-8b',
        KOTAE_SECOND_VOICE_KEY: KEY,
        KOTAE_SECOND_VOICE_TIMEOUT_MS: String(timeoutMs),
      })!,
      (code, rests) => failures.push(rests ? `${code} rests` : code),
      new Breaker(() => now),
    );
  const ask = (voice: RemoteVoice) =>
    voice.ask(QUESTION, (content) => readVoiceAnswer(content, QUESTION.asked.length, STANDARD_TOPICS));
  const HEARD = {
    answer: [{ class: { code: 'policy_proposal', sure: 'sure' }, topic: { code: 'parks', sure: 'likely' } }],
  };

  it('asks one server by its protocol: temperature 0, a schema, bounded', async () => {
    expect(await ask(voiceAt(server.base))).toEqual(HEARD);
    const [{ method, path, headers, body }] = server.arrived as [(typeof server.arrived)[number]];
    expect([method, path, headers.authorization]).toEqual(['POST', '/v1/chat/completions', `Bearer ${KEY}`]);
    expect(JSON.parse(body)).toMatchObject({
      model: 'llm-8b',
      temperature: 0,
      stream: false,
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { required: ['opinions'] } } },
    });
    expect(failures).toEqual([]);
  });

  it('asks more simply where a server knows no schema, and remembers it', async () => {
    const knowing =
      (...types: (string | undefined)[]): VoiceBehaviour =>
      (response, opinions, question) => {
        const { response_format: format } = JSON.parse(question.body) as { response_format?: { type: string } };
        if (types.includes(format?.type)) byRule(response, opinions, question);
        else response.writeHead(400).end('unknown response_format');
      };
    const voice = voiceAt(server.base);
    server.becomes(knowing('json_object'));
    expect(await ask(voice)).toEqual(HEARD);
    expect(server.arrived).toHaveLength(2);
    server.becomes(knowing(undefined));
    expect(await ask(voice)).toEqual(HEARD);
    expect(await ask(voice)).toEqual(HEARD);
    expect(server.arrived).toHaveLength(5);
    server.becomes((response) => response.writeHead(400).end());
    expect(await ask(voice)).toEqual({ missing: 'http_400' });
  });

  const WRONG = '{"opinions":[{"n":1,"class":"政策提案","topic":"space"}]}';
  it.each<[string, VoiceBehaviour, string]>([
    ['an error', (response) => response.writeHead(500).end('secret stack'), 'http_500'],
    ['a redirect', (response) => response.writeHead(307, { Location: 'http://203.0.113.9/v1' }).end(), 'redirect'],
    ['no JSON', (response) => response.writeHead(200).end('<html>'), 'not_json'],
    ['another protocol', (response) => response.writeHead(200).end('{"choices":[]}'), 'no_answer'],
    ['a list of nothing', (response) => response.writeHead(200).end('null'), 'no_answer'],
    ['chatter', (response) => say(response, 'この手紙は苦情だと思います。'), 'unusable'],
    ['wrong codes', (response) => say(response, WRONG), 'unusable'],
    ['a huge answer', (response) => say(response, 'あ'.repeat(1_000_000)), 'too_large'],
    [
      'half an answer',
      (response) => void response.writeHead(200).write('{', () => response.destroy()),
      'UND_ERR_SOCKET',
    ],
  ])('gives up on %s with a code and nothing more', async (_, behave, code) => {
    server.becomes(behave);
    expect(await ask(voiceAt(server.base))).toEqual({ missing: code });
    expect(failures).toEqual([code]);
    expect(server.arrived).toHaveLength(1);
  });

  it('does not follow a redirect, not even to itself', async () => {
    server.becomes((response) => response.writeHead(302, { Location: '/v1/elsewhere' }).end());
    expect(await ask(voiceAt(server.base))).toEqual({ missing: 'redirect' });
    expect(server.arrived.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
  });

  it('does not wait longer than it was told, neither for the head nor for the body', async () => {
    server.becomes(() => undefined);
    const started = performance.now();
    expect(await ask(voiceAt(server.base, 200))).toEqual({ missing: 'timeout' });
    server.becomes((response) => void response.writeHead(200).write('{"choices":'));
    expect(await ask(voiceAt(server.base, 200))).toEqual({ missing: 'timeout' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('says so when nobody is there', async () => {
    const { base } = server;
    await server.stop();
    expect(await ask(voiceAt(base))).toEqual({ missing: 'ECONNREFUSED' });
    server = await startVoiceServer();
  });

  it('leaves a failing server alone for five minutes, then tries once', async () => {
    server.becomes((response) => response.writeHead(503).end());
    const voice = voiceAt(server.base);
    for (let i = 0; i < 5; i++) expect(await ask(voice)).toEqual({ missing: 'http_503' });
    expect(failures.at(-1)).toBe('http_503 rests');
    now += 299_000;
    expect(await ask(voice)).toEqual({ missing: 'resting' });
    expect(server.arrived).toHaveLength(5);
    now += 2_000;
    expect(await Promise.all([ask(voice), ask(voice)])).toEqual([{ missing: 'http_503' }, { missing: 'resting' }]);
    expect(server.arrived).toHaveLength(6);
    now += 301_000;
    server.becomes(byRule);
    expect(await ask(voice)).toEqual(HEARD);
    expect(await ask(voice)).toEqual(HEARD);
  });

  it('breaks off when it is stopped, and asks no more', async () => {
    const voice = voiceAt(server.base);
    const reached = new Promise<void>((done) => server.becomes(() => done()));
    const asked = ask(voice);
    await reached;
    voice.stop();
    expect(await asked).toEqual({ missing: 'stopped' });
    expect(await ask(voice)).toEqual({ missing: 'stopped' });
    expect(server.arrived).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
