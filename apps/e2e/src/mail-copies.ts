import type { MailSink } from '@kotae/testing';
import PostalMime from 'postal-mime';

/** One mail that arrived, and how often. */
export interface MailCopies {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
  copies: number;
}

/** What arrived at the SMTP server, by Message-ID. */
export async function mailCopies(mail: MailSink): Promise<MailCopies[]> {
  const byId = new Map<string, MailCopies>();
  for (const { to, raw } of mail.mails) {
    const { messageId = '', text = '' } = await PostalMime.parse(raw);
    const known = byId.get(messageId);
    if (known === undefined) byId.set(messageId, { messageId, to: to[0]!, text, copies: 1 });
    else known.copies += 1;
  }
  return [...byId.values()];
}
