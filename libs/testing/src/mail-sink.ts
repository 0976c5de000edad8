import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** One mail as it came over the wire. */
export interface ReceivedMail {
  readonly to: string[];
  readonly raw: Buffer;
}

type Behaviour = 'accept' | 'refuse' | 'hang' | 'swallow';

/** A real SMTP server that keeps what it is sent, and can be told to refuse or to be slow. */
export interface MailSink {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** `accept` by default; `refuse` answers 451 to every message; `hang` never answers; `swallow` keeps the message and never answers. */
  behave(how: Behaviour): void;
  stop(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  let how: Behaviour = 'accept';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (how === 'hang') return;
        if (how === 'refuse') return callback(Object.assign(new Error('try later'), { responseCode: 451 }));
        mails.push({ to: session.envelope.rcptTo.map((rcpt) => rcpt.address), raw: Buffer.concat(chunks) });
        if (how !== 'swallow') callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    behave: (next) => {
      how = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
