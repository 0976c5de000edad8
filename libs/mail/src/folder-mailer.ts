import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer, SenderNow } from './mailer';

/** Without an SMTP server (the demo): each mail becomes an `.eml` file that any mail program opens. */
export function folderMailer(folder: string, senderNow: SenderNow): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail: Mail) => {
      const sender = await senderNow();
      const { message } = await composer.sendMail({
        from: { name: sender.name, address: sender.address },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
      });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24)}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: async () => undefined,
  };
}
