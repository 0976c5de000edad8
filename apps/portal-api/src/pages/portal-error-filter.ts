import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ProblemFilter, errorFacts, toProblem } from '@kotae/http';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Pages } from './pages';

const WORDS: Readonly<Record<number, { title: string; detail: string }>> = {
  404: {
    title: 'ページが見つかりません',
    detail: 'アドレスが変わったか、公表を終えたページかもしれません。下のリンクからお探しください。',
  },
  413: {
    title: '送られた内容が大きすぎます',
    detail: 'ファイルは1つ10MBまで、本文は1万文字までです。前の画面に戻って、小さくしてからお試しください。',
  },
  429: {
    title: '少し待ってからお試しください',
    detail: '短い時間に続けて操作がありました。しばらくすると、また使えます。',
  },
};
const OTHERWISE = {
  title: '読み取れませんでした',
  detail: '送られた内容を読み取れませんでした。前の画面に戻って、もう一度お試しください。',
};
const OURS = {
  title: 'ただいま表示できません',
  detail: '市のシステムで問題が起きています。少し待ってから、もう一度お試しください。お急ぎのときは、お電話ください。',
};

/** The last word on every error: problem details for programs, a page in plain words for people. */
@Catch()
export class PortalErrorFilter implements ExceptionFilter {
  readonly #problems: ProblemFilter;

  constructor(
    private readonly pages: Pages,
    private readonly log: Logger,
  ) {
    this.#problems = new ProblemFilter(log);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { url } = reply.request;
    if (/^\/(?:api|healthz|readyz)(?:[/?]|$)/.test(url)) return this.#problems.catch(error, host);
    const { status, retryAfterSeconds } = toProblem(error);
    if (status >= 500) {
      this.log.error({ route: reply.request.routeOptions.url, error: errorFacts(error) }, 'page failed');
    }
    if (reply.sent || reply.raw.headersSent) return;
    if (retryAfterSeconds !== undefined) void reply.header('Retry-After', String(retryAfterSeconds));
    this.pages.answer(reply, status, {
      name: 'error',
      status,
      ...(status >= 500 ? OURS : (WORDS[status] ?? OTHERWISE)),
    });
  }
}
