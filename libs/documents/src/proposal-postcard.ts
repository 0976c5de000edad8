import { AGE_BANDS, AGE_BAND_LABELS, DomainError } from '@kotae/kernel';
import { postalDigits } from './postal-code';
import { PROPOSAL_POSTCARD_TEMPLATE } from './proposal-postcard.template';
import { printable, printableLine } from './typst/printable';
import { qrSvg } from './typst/qr-svg';
import type { Typesetter } from './typst/typesetter';
import { verticalCells } from './vertical-writing';

/** What stands in the upper left of the address side. The post office approves 料金受取人払 before the cards are printed. */
export type PostcardPostage =
  | { readonly kind: 'stamp' }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'business-reply';
      /** 承認した郵便局, e.g. `こだま局`. */
      readonly office: string;
      /** 承認番号. */
      readonly approvalNumber: string;
      /** 差出有効期間 as it is to be printed, e.g. `令和9年3月31日`. */
      readonly validUntil: string;
    };

/** What a city prints on its 「私の提案はがき」. */
export interface ProposalPostcard {
  readonly cityName: string;
  /** Who receives it, without 「行」, e.g. `こだま市役所 秘書広報課 広聴担当`. */
  readonly addressee: string;
  readonly postalCode: string;
  /** One or two lines. */
  readonly addressLines: readonly string[];
  /** e.g. `令和8年度`. */
  readonly yearLabel: string;
  /** What the card is for; at most `POSTCARD_TEXT_LIMIT` characters. */
  readonly noticeText: string;
  /** What is done with personal data; at most `POSTCARD_TEXT_LIMIT` characters. */
  readonly privacyText: string;
  readonly portalUrl: string;
  /** Default: a place for a stamp. */
  readonly postage?: PostcardPostage;
}

/** Longest notice and privacy text, in characters, that stays readable in its place on the card. */
export const POSTCARD_TEXT_LIMIT = 120;

/**
 * 「私の提案はがき」: 100 × 148 mm, address side and writing side.
 *
 * @throws DomainError `invalid_input` when the postal code is not seven digits, there are more than two address lines,
 * or a text is too long for its place.
 */
export async function proposalPostcardPdf(typesetter: Typesetter, input: ProposalPostcard): Promise<Buffer> {
  return typesetter.set(PROPOSAL_POSTCARD_TEMPLATE, proposalPostcardData(input));
}

function proposalPostcardData(input: ProposalPostcard) {
  const postal = postalDigits(input.postalCode);
  if (!postal) throw problem('postalCode', '郵便番号は7桁の数字で入力してください。');
  if (input.addressLines.length > 2) throw problem('addressLines', '住所は2行までで入力してください。');
  for (const field of ['noticeText', 'privacyText'] as const) {
    if ([...input[field]].length > POSTCARD_TEXT_LIMIT) {
      throw problem(field, `はがきに収まるよう、${POSTCARD_TEXT_LIMIT}文字以内で入力してください。`);
    }
  }
  const cityName = printableLine(input.cityName);
  const yearLabel = printableLine(input.yearLabel);
  return {
    title: `私の提案はがき ${yearLabel}`,
    cityName,
    yearLabel,
    postal: [...postal],
    addressee: verticalCells(`${printableLine(input.addressee)} 行`),
    addressLines: input.addressLines.map((line) => verticalCells(printableLine(line))),
    postage: postageData(input.postage ?? { kind: 'stamp' }),
    noticeText: printable(input.noticeText),
    privacyText: printable(input.privacyText),
    portalUrl: printableLine(input.portalUrl),
    qr: qrSvg(input.portalUrl),
    ageBands: AGE_BANDS.map((band) => AGE_BAND_LABELS[band]),
  };
}

function postageData(postage: PostcardPostage): PostcardPostage {
  if (postage.kind !== 'business-reply') return postage;
  return {
    kind: postage.kind,
    office: printableLine(postage.office),
    approvalNumber: printableLine(postage.approvalNumber),
    validUntil: printableLine(postage.validUntil),
  };
}

function problem(field: string, message: string): DomainError {
  return new DomainError('invalid_input', message, [{ field, message }]);
}
