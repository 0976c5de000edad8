import { compileReply } from '@kotae/casework';
import type { ReplyDraft } from '@kotae/contracts';
import type { CitySettings, SubmissionRecord } from '@kotae/persistence';
import { shield } from '../masking/who-sees-what';

/** The reply as it stands; masked for who may not see personal data. */
export function replyDraft(record: SubmissionRecord, city: CitySettings, original: boolean): ReplyDraft {
  const names = new Map(record.opinions.map((o) => [o.sectionId, o.sectionName]));
  const reply = compileReply(record, city, names);
  const show = (text: string) => (original ? text : shield(text, null, city).text);
  return {
    state: reply.state,
    channel: reply.channel,
    signer: reply.signer,
    opening: show(reply.opening),
    parts: reply.parts.map(({ opinionId, ordinal, quote, answer, sectionName }) => ({
      opinionId,
      ordinal,
      quote: show(quote),
      answer: show(answer),
      sectionName,
    })),
    closing: show(reply.closing),
    sentOn: record.reply?.sentOn ?? null,
    version: reply.version,
  };
}
