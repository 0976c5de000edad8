import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { may } from '@kotae/contracts';
import { DomainError } from '@kotae/kernel';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SessionKeeper } from '../session/session-keeper';
import { ACCESS, rememberSession, type Access } from './access';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The one gate of the API, in this order: is there a session (401), does the request come from our own pages (403),
 * may this role do it (403).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionKeeper) private readonly sessions: SessionKeeper,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new Error('Endpoint without declared access');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const changes = !READING.includes(request.method);

    if (access.kind === 'public') {
      if (changes) refuseForeignOrigin(request);
      return true;
    }
    const session = await this.sessions.find(request);
    if (session === null) {
      throw new DomainError(
        'unauthenticated',
        'サインインしてください。しばらく操作がないと、自動でサインアウトします。',
      );
    }
    if (changes) {
      refuseForeignOrigin(request);
      refuseWrongToken(request, session.csrfToken);
    }
    if (access.kind === 'permission' && !may(session.actor.role, access.permission)) {
      throw new DomainError('forbidden', 'この操作をする権限がありません。');
    }
    rememberSession(request, session);
    return true;
  }
}

/** A browser names the page that asks; programs without one are held by the token alone. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (origin !== undefined && hostOf(origin) !== request.host) throw forged();
}

function refuseWrongToken(request: FastifyRequest, expected: string): void {
  const given = request.headers['x-csrf-token'];
  const a = Buffer.from(typeof given === 'string' ? given : '');
  const b = Buffer.from(expected);
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw forged();
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

const forged = () => new DomainError('forbidden', '画面が古くなっています。画面を更新して、もう一度お試しください。');
