import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Clock } from '@kotae/kernel';
import type { Logger } from 'pino';
import type { CityCache } from './city/city-cache';
import { HealthController, type Readiness } from './health.controller';
import { LetterController } from './letter/letter.controller';
import type { ReceiptCookie } from './letter/receipt-cookie';
import type { Pages } from './pages/pages';
import { HomeController } from './public/home.controller';
import { IndicatorsController } from './public/indicators.controller';
import { PlanController } from './public/plan.controller';
import { PublicAnswersController } from './public/public-answers.controller';
import type { PublicReading } from './public/public-reading';
import { VoicesController } from './public/voices.controller';
import type { Reception } from './reception/reception';
import { SubmissionsController } from './reception/submissions.controller';
import type { LookUps } from './status/look-ups';
import { StatusController } from './status/status.controller';
import {
  CITY,
  CLOCK,
  LOG,
  LOOK_UPS,
  PAGES,
  PUBLIC_READING,
  READINESS,
  RECEIPT_COOKIE,
  RECEPTION,
  UPLOADS,
} from './tokens';
import { AttachmentsController } from './uploads/attachments.controller';
import type { UploadCounter } from './uploads/upload-counter';

/** The parts the controllers work with; put together in `create-portal.ts`. */
export interface PortalParts {
  readonly city: CityCache;
  readonly clock: Clock;
  readonly reception: Reception;
  readonly receipts: ReceiptCookie;
  readonly uploads: UploadCounter;
  readonly lookUps: LookUps;
  readonly reading: PublicReading;
  readonly pages: Pages;
  readonly ready: Readiness;
  readonly log: Logger;
}

@Module({})
export class PortalModule {
  static of(parts: PortalParts): DynamicModule {
    const provide = (token: symbol, useValue: unknown): Provider => ({ provide: token, useValue });
    return {
      module: PortalModule,
      controllers: [
        SubmissionsController,
        AttachmentsController,
        PublicAnswersController,
        IndicatorsController,
        HealthController,
        HomeController,
        LetterController,
        StatusController,
        VoicesController,
        PlanController,
      ],
      providers: [
        provide(CITY, parts.city),
        provide(CLOCK, parts.clock),
        provide(RECEPTION, parts.reception),
        provide(RECEIPT_COOKIE, parts.receipts),
        provide(UPLOADS, parts.uploads),
        provide(LOOK_UPS, parts.lookUps),
        provide(PUBLIC_READING, parts.reading),
        provide(PAGES, parts.pages),
        provide(READINESS, parts.ready),
        provide(LOG, parts.log),
      ],
    };
  }
}
