/** A mail ready to go. `messageId` is made from the event, so that a mail sent twice is recognisably one. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** Hands a mail to someone who takes responsibility for it, or throws an error with a `code`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Asked for with every mail, so that a city that changes its address needs no restart. */
export type SenderNow = () => Promise<Sender>;
