import { japaneseDate } from '@kotae/kernel';
import type { DayString } from '@kotae/kernel';
import { postalLine } from './postal-code';
import { REPLY_LETTER_TEMPLATE } from './reply-letter.template';
import { printable, printableLine } from './typst/printable';
import type { Typesetter } from './typst/typesetter';

/** One opinion and the city's answer to it. */
export interface ReplyLetterPart {
  /** 1-based place of the opinion in the submission. */
  readonly ordinal: number;
  /** What the resident wrote, word for word. */
  readonly quote: string;
  readonly answer: string;
  /** 担当課 that answers. */
  readonly sectionName: string;
}

/** The reply to one submission, as it goes to the post. */
export interface ReplyLetter {
  readonly cityName: string;
  /** Whose name stands on the reply, e.g. `こだま市長　山田　太郎`. */
  readonly signer: string;
  readonly date: DayString;
  readonly receiptNumber: string;
  readonly recipient: {
    readonly name: string | null;
    readonly postalCode: string | null;
    readonly address: string | null;
  };
  readonly opening: string;
  readonly parts: readonly ReplyLetterPart[];
  readonly closing: string;
}

const UNNAMED_SALUTATION = 'ご意見をお寄せくださった方へ';

/** The reply as a PDF, A4 portrait, placed for a 長形3号 window envelope; long texts flow over pages. */
export async function replyLetterPdf(typesetter: Typesetter, input: ReplyLetter): Promise<Buffer> {
  return typesetter.set(REPLY_LETTER_TEMPLATE, replyLetterData(input));
}

function replyLetterData(input: ReplyLetter) {
  const addressee = input.recipient.name ? `${printableLine(input.recipient.name)}　様` : null;
  const receiptNumber = printableLine(input.receiptNumber);
  const several = input.parts.length > 1;
  return {
    title: `ご意見への回答 ${receiptNumber}`,
    cityName: printableLine(input.cityName),
    signer: printableLine(input.signer),
    date: japaneseDate(input.date, 'short'),
    receiptNumber,
    postal: input.recipient.postalCode ? postalLine(printableLine(input.recipient.postalCode)) : null,
    address: input.recipient.address ? printable(input.recipient.address) : null,
    name: addressee,
    salutation: addressee ?? UNNAMED_SALUTATION,
    opening: printable(input.opening),
    parts: input.parts.map((part) => ({
      quoteLabel: several ? `いただいたご意見（${part.ordinal}）` : 'いただいたご意見',
      answerLabel: several ? `市からの回答（${part.ordinal}）` : '市からの回答',
      quote: printable(part.quote),
      answer: printable(part.answer),
      section: `担当：${printableLine(part.sectionName)}`,
    })),
    closing: printable(input.closing),
  };
}
