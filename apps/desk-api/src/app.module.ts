import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { HealthModule } from './health/health.module';
import type { DeskSetup } from './platform/desk-setup';
import { PlatformModule } from './platform/platform.module';
import { SessionModule } from './session/session.module';

/** The desk's API: one module per feature folder. */
@Module({})
export class AppModule {
  static with(setup: DeskSetup): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(setup), AccessModule, SessionModule, HealthModule],
    };
  }
}
