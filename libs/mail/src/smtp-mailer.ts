import { createTransport } from 'nodemailer';
import type { Mail, Mailer, SenderNow } from './mailer';

/**
 * A city's SMTP server, e.g. `smtp://user:password@mail.example.jp:587`. Waits are bounded, so a slow server costs one
 * attempt and not a worker.
 */
export function smtpMailer(url: string, senderNow: SenderNow): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail: Mail) => {
      const sender = await senderNow();
      await transport.sendMail({
        from: { name: sender.name, address: sender.address },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        textEncoding: 'base64',
      });
    },
    close: async () => transport.close(),
  };
}
