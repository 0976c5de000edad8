import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { AccuracyModule } from './accuracy/accuracy.module';
import { AdminModule } from './admin/admin.module';
import { AttachmentsModule } from './attachments/attachments.module';
import { CityModule } from './city/city.module';
import { DocumentsModule } from './documents/documents.module';
import { HealthModule } from './health/health.module';
import { InboxModule } from './inbox/inbox.module';
import { IndicatorsModule } from './indicators/indicators.module';
import { LiveModule } from './live/live.module';
import { OpinionsModule } from './opinions/opinions.module';
import type { DeskSetup } from './platform/desk-setup';
import { PlatformModule } from './platform/platform.module';
import { PublicationsModule } from './publications/publications.module';
import { ReferenceModule } from './reference/reference.module';
import { RepliesModule } from './replies/replies.module';
import { SessionModule } from './session/session.module';
import { SubmissionsModule } from './submissions/submissions.module';
import { TemplatesModule } from './templates/templates.module';

/** The desk's API: one module per feature folder. */
@Module({})
export class AppModule {
  static with(setup: DeskSetup): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(setup),
        AccessModule,
        SessionModule,
        HealthModule,
        InboxModule,
        LiveModule,
        SubmissionsModule,
        OpinionsModule,
        RepliesModule,
        AttachmentsModule,
        ReferenceModule,
        TemplatesModule,
        PublicationsModule,
        IndicatorsModule,
        AdminModule,
        CityModule,
        AccuracyModule,
        DocumentsModule,
      ],
    };
  }
}
