import { Module } from '@nestjs/common';
import { SessionKeeper } from './session-keeper';
import { SessionController } from './session.controller';
import { SignIn } from './sign-in';

@Module({ controllers: [SessionController], providers: [SessionKeeper, SignIn], exports: [SessionKeeper] })
export class SessionModule {}
