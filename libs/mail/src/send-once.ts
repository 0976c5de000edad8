import type { Mail, Mailer } from './mailer';

/** How many sent mails a process remembers. */
const REMEMBERED = 10_000;

/**
 * A mail that was handed over, or is being, is not handed over again by this process, whatever happened between sending and
 * recording (a database that was away, a clock that jumped). Only a process that dies in between sends a mail twice, under the same Message-ID.
 */
export function sendOnce(mailer: Mailer): Mailer {
  const sent = new Set<string>();
  const underWay = new Map<string, Promise<void>>();
  return {
    send: async (mail: Mail) => {
      if (sent.has(mail.messageId)) return;
      const begun = underWay.get(mail.messageId);
      if (begun !== undefined) return begun;
      const sending = mailer.send(mail).finally(() => underWay.delete(mail.messageId));
      underWay.set(mail.messageId, sending);
      await sending;
      sent.add(mail.messageId);
      const [oldest] = sent;
      if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest);
    },
    close: () => mailer.close(),
  };
}
