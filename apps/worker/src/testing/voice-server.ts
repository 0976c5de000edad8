import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface ArrivedQuestion {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly n: number;
  readonly text: string;
}

/** How a server of a spec behaves; `opinions` are those it was asked about. */
export type VoiceBehaviour = (response: ServerResponse, opinions: readonly Asked[], question: ArrivedQuestion) => void;

/** Answers as OpenAI's protocol says, with this text. */
export function say(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] }));
}

/** A well-behaved model with one rule: what speaks of 公園 is a proposal about parks, all else a complaint about roads. */
export const byRule: VoiceBehaviour = (response, opinions) =>
  say(
    response,
    JSON.stringify({
      opinions: opinions.map(({ n, text }) => ({
        n,
        class: text.includes('公園') ? 'policy_proposal' : 'complaint',
        class_sure: 'sure',
        topic: text.includes('公園') ? 'parks' : 'roads',
        topic_sure: 'likely',
      })),
    }),
  );

/** A server on 127.0.0.1 that speaks `chat/completions` and remembers everything that reached it. */
export async function startVoiceServer(behave: VoiceBehaviour = byRule) {
  const arrived: ArrivedQuestion[] = [];
  const state = { behave };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const question: ArrivedQuestion = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      };
      arrived.push(question);
      state.behave(response, opinionsOf(question.body), question);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    arrived,
    /** From now on it behaves so. */
    becomes: (next: VoiceBehaviour) => void (state.behave = next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type VoiceServer = Awaited<ReturnType<typeof startVoiceServer>>;

function opinionsOf(body: string): Asked[] {
  if (body === '') return [];
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
  const data = messages.find(({ role }) => role === 'user')!.content;
  return (JSON.parse(data) as { opinions: Asked[] }).opinions;
}
