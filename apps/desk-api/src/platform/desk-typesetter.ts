import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { TypesettingError, type Typesetter, type TypesettingReason } from '@kotae/documents';
import { Unavailable } from '@kotae/http';
import type { DeskSetup } from './desk-setup';
import { SETUP } from './tokens';

const WORDS: Readonly<Record<TypesettingReason, string>> = {
  failed: 'PDFを作れませんでした。くり返すときは、管理者にお知らせください。',
  too_slow: 'PDFを時間内に作り終わりませんでした。少し待ってから、もう一度お試しください。',
  busy: 'ほかのPDFを作っているため、いまは作れません。少し待ってから、もう一度お試しください。',
  closed: '再起動しているため、PDFを作れませんでした。少し待ってから、もう一度お試しください。',
};

/** The desk's door to PDF: what goes wrong is said to whoever asked; the thread behind it ends with the program. */
@Injectable()
export class DeskTypesetter implements Typesetter, OnApplicationShutdown {
  constructor(@Inject(SETUP) private readonly setup: DeskSetup) {}

  async set(...order: Parameters<Typesetter['set']>): Promise<Buffer> {
    try {
      return await this.setup.typesetter.set(...order);
    } catch (error) {
      if (!(error instanceof TypesettingError)) throw error;
      throw new Unavailable(WORDS[error.reason], `typesetting_${error.reason}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.setup.typesetter.close?.();
  }
}
