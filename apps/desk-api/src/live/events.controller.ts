import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentSession, RequirePermission, type DeskSession } from '../access/access';
import { LiveCounts } from './live-counts';

@Controller('api')
export class EventsController {
  constructor(@Inject(LiveCounts) private readonly live: LiveCounts) {}

  /** Server-sent events: `counts` whenever something may have changed. */
  @RequirePermission('inbox.read')
  @Get('events')
  events(@CurrentSession() session: DeskSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined));
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    reply.raw.write('retry: 3000\n\n');
    const close = this.live.open({
      session,
      write: (chunk) => void reply.raw.write(chunk),
      end: () => void reply.raw.end(),
    });
    request.raw.on('close', close);
  }
}
