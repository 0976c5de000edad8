export { unseenMail } from './alarm';
export { folderMailer } from './folder-mailer';
export { acknowledgementMail, replyMail } from './letters';
export type { AcknowledgementText, ReplyText } from './letters';
export type { Mail, Mailer, Sender, SenderNow } from './mailer';
export { sendOnce } from './send-once';
export { smtpMailer } from './smtp-mailer';
