import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ROLE_PERMISSIONS, type Me } from '@kotae/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentSession, Public, SignedIn, type DeskSession } from '../access/access';
import { SessionKeeper } from './session-keeper';
import { SignIn } from './sign-in';
import { SignInDto } from './sign-in.dto';

@Controller('api')
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(SessionKeeper) private readonly sessions: SessionKeeper,
  ) {}

  @Public()
  @Post('session')
  @HttpCode(200)
  async open(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const staffId = await this.signIn.check(body.login.trim(), body.password, request.ip);
    return me(await this.sessions.open(staffId, reply));
  }

  @SignedIn()
  @Get('session')
  show(@CurrentSession() session: DeskSession): Me {
    return me(session);
  }

  @SignedIn()
  @Delete('session')
  @HttpCode(204)
  async end(@CurrentSession() session: DeskSession, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(session, reply);
  }

  @SignedIn()
  @Delete('sessions')
  @HttpCode(204)
  async endEverywhere(
    @CurrentSession() session: DeskSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endEverywhere(session, reply);
  }
}

function me({ actor, sectionName, csrfToken }: DeskSession): Me {
  return {
    staffId: actor.staffId,
    name: actor.name,
    role: actor.role,
    sectionId: actor.sectionId,
    sectionName,
    csrfToken,
    permissions: [...ROLE_PERMISSIONS[actor.role]],
  };
}
