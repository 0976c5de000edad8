import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { STATUS_OF_CODE, type Problem } from '@kotae/contracts';
import { DomainError, type ErrorCode, type FieldProblem } from '@kotae/kernel';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { errorFacts } from './log';

/** A refusal that also says how long to wait, or what proof is accepted instead. */
export class TooManyRequests extends DomainError {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    readonly challenge?: Problem['challenge'],
  ) {
    super('too_many_requests', message);
  }
}

/** The program lives and cannot do this one thing now: 503. `message` is plain Japanese for who asked, `code` for the log. */
export class Unavailable extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = 'Unavailable';
  }
}

const TITLES: Partial<Record<number, string>> = {
  400: '送られた内容を読み取れませんでした。',
  404: '見つかりませんでした。',
  405: 'この操作はできません。',
  413: '送られた内容が大きすぎます。',
  415: 'この形式は受け付けていません。',
  429: '短い時間に続けて送られました。少し待ってからお試しください。',
};

/** Any error as RFC 9457 problem details: plain Japanese, no stack, no internals. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    const problem = make(error.code, STATUS_OF_CODE[error.code], error.message, error.fields);
    return error instanceof TooManyRequests
      ? {
          ...problem,
          retryAfterSeconds: error.retryAfterSeconds,
          ...(error.challenge ? { challenge: error.challenge } : {}),
        }
      : problem;
  }
  const status = statusOf(error);
  if (status !== null && status < 500) return make(codeOf(status), status, TITLES[status] ?? TITLES[400]!);
  const unavailable = error instanceof Unavailable;
  return {
    type: 'urn:kotae:problem:internal',
    title: unavailable ? error.message : 'ただいま処理できませんでした。少し待ってから、もう一度お試しください。',
    status: unavailable || status === 503 ? 503 : 500,
    code: 'internal',
  };
}

function make(code: ErrorCode, status: number, title: string, fields: readonly FieldProblem[] = []): Problem {
  return { type: `urn:kotae:problem:${code}`, title, status, code, ...(fields.length > 0 ? { fields } : {}) };
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

function codeOf(status: number): ErrorCode {
  const codes: Record<number, ErrorCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    409: 'conflict',
    413: 'too_large',
    415: 'unsupported_file',
    429: 'too_many_requests',
  };
  return codes[status] ?? 'invalid_input';
}

/** The last word on every error of an API. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500)
      this.log.error({ route: reply.request.routeOptions.url, error: errorFacts(error) }, 'request failed');
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.retryAfterSeconds !== undefined) void reply.header('Retry-After', String(problem.retryAfterSeconds));
    void reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
