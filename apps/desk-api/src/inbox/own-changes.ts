import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { finalize, type Observable } from 'rxjs';
import { InboxDesk } from './inbox-desk';

/** Before a change is answered, the counts that were read before it are out of date. */
@Injectable()
export class OwnChanges implements NestInterceptor {
  constructor(@Inject(InboxDesk) private readonly inbox: InboxDesk) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD') return next.handle();
    return next.handle().pipe(finalize(() => this.inbox.changed()));
  }
}
