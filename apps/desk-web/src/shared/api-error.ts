import type { Problem } from '@kotae/contracts';
import type { FieldProblem } from '@kotae/kernel';

/** What an answer that is not a success says, in words for the person at the screen. */
export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when the server was not reached. */
    readonly status: number,
    readonly code: Problem['code'] | 'offline',
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The refusal as a problem document tells it; falls back to plain words when the body is something else. */
export function refusal(status: number, body: unknown): ApiError {
  const problem = isProblem(body) ? body : null;
  const words = problem ? [problem.title, problem.detail].filter((text) => text).join(' ') : fallback(status);
  return new ApiError(status, problem?.code ?? 'internal', words, problem?.fields ?? []);
}

export function offline(): ApiError {
  return new ApiError(
    0,
    'offline',
    'サーバーにつながりませんでした。書きかけの内容はこの画面に残っています。少し待ってから、もう一度お試しください。',
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'code' in body;
}

function fallback(status: number): string {
  if (status === 401) return 'もう一度サインインしてください。';
  if (status === 403) return 'この操作をする権限がありません。';
  if (status === 404) return '見つかりませんでした。';
  return 'うまくいきませんでした。少し待ってから、もう一度お試しください。';
}
