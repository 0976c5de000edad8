import { Controller, Get, Inject, Res } from '@nestjs/common';
import { proposalPostcardPdf } from '@kotae/documents';
import { fiscalYearLabel, fiscalYearOf, today, type Clock } from '@kotae/kernel';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../access/access';
import { CityBook } from '../platform/city-book';
import { DeskTypesetter } from '../platform/desk-typesetter';
import { CLOCK } from '../platform/tokens';

const NOTICE =
  '暮らしのなかで気づいたこと、市にしてほしいことをお書きください。担当課で読み、市の考え方をお答えします。切手をはってお出しください。';
const PRIVACY =
  'お名前とご住所は、お返事のためにだけ使います。書かなくてもかまいません。個人が分かる内容を公表することはありません。';

/** 「私の提案はがき」, to be printed and put out in the town halls. */
@Controller('api')
export class PostcardController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(DeskTypesetter) private readonly typesetter: DeskTypesetter,
  ) {}

  @SignedIn()
  @Get('postcard.pdf')
  async show(@Res() reply: FastifyReply): Promise<void> {
    const city = await this.city.current();
    const pdf = await proposalPostcardPdf(this.typesetter, {
      cityName: city.name,
      addressee: `${city.name} ${city.deskName}`,
      postalCode: city.deskPostalCode,
      addressLines: [city.deskAddress],
      yearLabel: fiscalYearLabel(fiscalYearOf(today(this.clock))),
      noticeText: NOTICE,
      privacyText: PRIVACY,
      portalUrl: city.portalUrl,
    });
    await reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="postcard.pdf"`)
      .header('Cache-Control', 'no-store')
      .send(pdf);
  }
}
