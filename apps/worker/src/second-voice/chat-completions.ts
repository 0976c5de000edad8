import type { VoiceQuestion } from '@kotae/classification';
import type { SecondVoiceSettings } from './settings';

/** Why there is no answer, as a code. It never quotes an address, a key or a text. */
export class VoiceFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Bytes of an answer; more are not read. */
const MOST_BYTES = 65_536;

/** How an answer's form is asked for, the strictest first; a server that knows less refuses with one of these. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;
const REFUSALS = new Set([400, 404, 415, 422, 501]);

/** Speaks OpenAI's `chat/completions` to one server, and nothing else to nobody else: redirects are refused. */
export class ChatCompletions {
  /** The first format that this server has not refused. */
  #format = 0;

  constructor(private readonly settings: SecondVoiceSettings) {}

  /**
   * The text of the answer.
   * @throws VoiceFailure
   */
  async ask(question: VoiceQuestion, stopped: AbortSignal): Promise<string> {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(this.settings.timeoutMs)]);
    try {
      for (let format = this.#format; ; format++) {
        const response = await this.#post(question, FORMATS[format]!, signal);
        if (REFUSALS.has(response.status) && format + 1 < FORMATS.length) {
          await response.body?.cancel();
          continue;
        }
        const text = await contentOf(response);
        this.#format = format;
        return text;
      }
    } catch (error) {
      throw failureOf(error, stopped);
    }
  }

  #post(question: VoiceQuestion, format: (typeof FORMATS)[number], signal: AbortSignal): Promise<Response> {
    const { url, model, key } = this.settings;
    const body = {
      model,
      temperature: 0,
      stream: false,
      max_tokens: 200 + 80 * question.asked.length,
      messages: [
        { role: 'system', content: question.instructions },
        { role: 'user', content: question.data },
      ],
      ...responseFormat(format, question.schema),
    };
    return fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
  }
}

function responseFormat(format: (typeof FORMATS)[number], schema: VoiceQuestion['schema']) {
  if (format === 'text') return {};
  if (format === 'json_object') return { response_format: { type: format } };
  return { response_format: { type: format, json_schema: { name: 'labels', strict: true, schema } } };
}

async function contentOf(response: Response): Promise<string> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new VoiceFailure(response.status >= 300 && response.status < 400 ? 'redirect' : `http_${response.status}`);
  }
  const value = parsed(await boundedText(response));
  const content = (value as { choices?: { message?: { content?: unknown } }[] } | null)?.choices?.[0]?.message?.content;
  if (typeof content !== 'string') throw new VoiceFailure('no_answer');
  return content;
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the stream and with it the connection.
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new VoiceFailure('too_large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new VoiceFailure('not_json');
  }
}

function failureOf(error: unknown, stopped: AbortSignal): VoiceFailure {
  if (error instanceof VoiceFailure) return error;
  if (stopped.aborted) return new VoiceFailure('stopped');
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  if (name === 'TimeoutError') return new VoiceFailure('timeout');
  const code = cause?.code;
  return new VoiceFailure(typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'unreachable');
}
