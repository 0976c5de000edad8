/** What the desk is told when letters have stayed unseen: numbers and links, nothing of what was written. */
export function unseenMail(t: {
  readonly cityName: string;
  readonly letters: readonly { readonly receiptNumber: string; readonly url: string }[];
  readonly total: number;
  readonly inboxUrl: string;
}): { subject: string; text: string } {
  const lines = t.letters.map(({ receiptNumber, url }) => `　${receiptNumber}\n　${url}\n`);
  const more = t.total > t.letters.length ? `　ほか ${t.total - t.letters.length} 件\n　${t.inboxUrl}\n` : '';
  return {
    subject: `【${t.cityName}】まだ開かれていない声があります（${t.total}件）`,
    text: `届いてから1開庁日のあいだ、どなたも開いていない声があります。
受信箱で開いて、内容を確かめてください。

${lines.join('\n')}${more}
本文はこのメールには載せていません。このお知らせは、開かれるまで1日に1回お送りします。
`,
  };
}
