import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { SessionModule } from '../session/session.module';
import { AccessGuard } from './access.guard';
import { EndpointBook } from './endpoint-book';

/** The gate in front of every endpoint, and the list of them. */
@Module({
  imports: [DiscoveryModule, SessionModule],
  providers: [MetadataScanner, EndpointBook, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [EndpointBook],
})
export class AccessModule {}
