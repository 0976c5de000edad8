import { japaneseDate, type DayString } from '@kotae/kernel';

export interface AcknowledgementText {
  readonly cityName: string;
  readonly deskName: string;
  readonly deskPhone: string;
  readonly receiptNumber: string;
  readonly receiptCode: string;
  readonly receivedOn: DayString;
  readonly replyDueOn: DayString | null;
  readonly statusUrl: string;
}

/** 受付のお知らせ. What the resident wrote is not repeated: a mail may be read by others. */
export function acknowledgementMail(t: AcknowledgementText): { subject: string; text: string } {
  const due = t.replyDueOn === null ? '' : `お返事は ${japaneseDate(t.replyDueOn)} までにお送りする予定です。\n`;
  return {
    subject: `【${t.cityName}】ご意見を受け付けました（${t.receiptNumber}）`,
    text: `${t.cityName}へご意見をお寄せいただき、ありがとうございます。
次のとおり受け付けました。

　受付番号　　${t.receiptNumber}
　照会コード　${t.receiptCode}
　受付日　　　${japaneseDate(t.receivedOn)}

${due}いまの状況は、次のページで照会コードを入れるとご覧になれます。
${t.statusUrl}

照会コードは、ご本人だけの合い言葉です。ほかの人に知らせないでください。
このメールは自動でお送りしています。

${t.cityName} ${t.deskName}
電話 ${t.deskPhone}
`,
  };
}

export interface ReplyText {
  readonly cityName: string;
  readonly deskName: string;
  readonly deskPhone: string;
  readonly receiptNumber: string;
  readonly recipientName: string | null;
  readonly signer: string;
  readonly opening: string;
  readonly parts: readonly { ordinal: number; quote: string; answer: string; sectionName: string }[];
  readonly closing: string;
}

/** The reply: which part answers which opinion, in the order of the letter. */
export function replyMail(t: ReplyText): { subject: string; text: string } {
  const rule = '――――――――――――――――――――';
  const quote = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `＞ ${line}`)
      .join('\n');
  const parts = t.parts.map((part) => {
    const heading = t.parts.length > 1 ? `【${part.ordinal}】ご意見\n` : 'ご意見\n';
    return `${rule}\n${heading}${quote(part.quote)}\n\nお答え（${part.sectionName}）\n${part.answer.trim()}\n`;
  });
  return {
    subject: `【${t.cityName}】ご意見へのお返事（${t.receiptNumber}）`,
    text: `${t.recipientName === null ? '' : `${t.recipientName} 様\n\n`}${t.opening.trim()}

${parts.join('\n')}${rule}

${t.closing.trim()}

${t.signer}

（お問い合わせ）
${t.cityName} ${t.deskName}　電話 ${t.deskPhone}
受付番号 ${t.receiptNumber}
`,
  };
}
