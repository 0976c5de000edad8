import type { Mail, Mailer } from './mailer';

/** How many sent mails a process remembers. */
const REMEMBERED = 10_000;

/**
 * A mail that was handed over is not handed over again by this process, whatever happened between sending and recording
 * (a database that was away). Only a process that dies in between sends a mail twice, under the same Message-ID.
 */
export function sendOnce(mailer: Mailer): Mailer {
  const sent = new Set<string>();
  return {
    send: async (mail: Mail) => {
      if (sent.has(mail.messageId)) return;
      await mailer.send(mail);
      sent.add(mail.messageId);
      const [oldest] = sent;
      if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest);
    },
    close: () => mailer.close(),
  };
}
