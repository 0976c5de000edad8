import { japaneseDate, fiscalYearShort, type ReplyChannel } from '@kotae/kernel';
import type { CaseFile, ReplyPart, ReplyState } from './case-file';
import type { ReplyingCity } from './ports';

/** The reply as it stands: compiled from the approved answers, or as it went out. */
export interface CompiledReply {
  readonly state: ReplyState;
  readonly channel: ReplyChannel | null;
  readonly signer: string;
  readonly opening: string;
  readonly parts: readonly ReplyPart[];
  readonly closing: string;
  /** Version of the kept texts; 0 when nothing was kept yet. */
  readonly version: number;
}

/** What compiling needs of a submission. */
export type ReplySource = Pick<
  CaseFile,
  'fiscalYear' | 'receiptSerial' | 'receivedOn' | 'replyChannel' | 'reply' | 'opinions'
>;

/**
 * One reply out of the approved answers, each under the opinion it answers. What the desk wrote stays; without it the
 * opening and closing are the city's usual words. A reply that went out is answered as it was sent.
 */
export function compileReply(
  file: ReplySource,
  city: ReplyingCity,
  sectionNames: ReadonlyMap<string, string>,
): CompiledReply {
  const { reply } = file;
  if (reply !== null && (reply.state === 'sent' || reply.state === 'sending')) return { ...reply };
  return {
    state: reply?.state ?? 'draft',
    channel: reply?.channel ?? file.replyChannel,
    signer: city.replySigner,
    opening: reply?.opening ?? usualOpening(file, city),
    parts: partsOf(file, sectionNames),
    closing: reply?.closing ?? usualClosing(city),
    version: reply?.version ?? 0,
  };
}

function partsOf(file: ReplySource, sectionNames: ReadonlyMap<string, string>): ReplyPart[] {
  return file.opinions
    .filter((opinion) => opinion.answerState === 'approved')
    .map((opinion) => ({
      opinionId: opinion.id,
      ordinal: opinion.ordinal,
      quote: opinion.text,
      answer: opinion.answerBody,
      sectionName: sectionNames.get(opinion.sectionId) ?? '',
    }));
}

function usualOpening(file: ReplySource, city: ReplyingCity): string {
  const number = `${fiscalYearShort(file.fiscalYear)}-${String(file.receiptSerial).padStart(6, '0')}`;
  return (
    `このたびは、${city.name}へ声をお寄せいただき、ありがとうございました。\n` +
    `${japaneseDate(file.receivedOn, 'short')}に受け付けましたご意見（受付番号 ${number}）について、次のとおりお答えします。`
  );
}

function usualClosing(city: ReplyingCity): string {
  return (
    `これからも、お気付きのことがありましたらお聞かせください。\n` +
    `この回答についてのお問い合わせは、${city.deskName}（電話 ${city.deskPhone}）までお願いします。`
  );
}
