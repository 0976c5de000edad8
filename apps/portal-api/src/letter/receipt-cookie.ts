import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Clock } from '@kotae/kernel';
import type { ReceivedSubmission } from '@kotae/submission';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the receipt says, as it was when the letter was received. */
export interface Receipt extends Pick<ReceivedSubmission, 'receiptNumber' | 'receiptCode' | 'receivedOn' | 'dueOn'> {
  readonly replyWanted: 'email' | 'post' | 'none';
  readonly doNotContact: boolean;
}

/** Long enough to come back to the page or to reload it, short enough for a computer that others use. */
const SHOWN_FOR_S = 30 * 60;
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** Only asks whether the browser keeps cookies at all. */
const PROBE = 'ready';

/**
 * Lets the receipt be shown again at an address of its own, which says nothing: the browser keeps it for half an hour,
 * sealed with the cell's secret, and the server keeps nothing. A browser that takes no cookies gets the receipt as the answer.
 */
export class ReceiptCookie {
  readonly #key: Buffer;
  readonly #name: string;

  constructor(
    secret: string,
    private readonly clock: Clock,
    private readonly https: boolean,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'kotae receipt page', 32));
    this.#name = https ? '__Secure-kotae-receipt' : 'kotae-receipt';
  }

  /** With the page before the receipt; it also puts an earlier receipt away. */
  probe(reply: FastifyReply): void {
    this.#set(reply, PROBE);
  }

  isKept(request: FastifyRequest): boolean {
    return request.cookies[this.#name] !== undefined;
  }

  keep(reply: FastifyReply, receipt: Receipt): void {
    this.#set(reply, this.#seal({ receipt, until: this.clock.now().getTime() + SHOWN_FOR_S * 1000 }));
  }

  /** Null when there is none, when its time is over, or when it is not one of ours. */
  read(request: FastifyRequest): Receipt | null {
    const sealed = this.#open(request.cookies[this.#name] ?? '');
    return sealed !== null && this.clock.now().getTime() < sealed.until ? sealed.receipt : null;
  }

  #set(reply: FastifyReply, value: string): void {
    void reply.setCookie(this.#name, value, {
      path: '/letter',
      maxAge: SHOWN_FOR_S,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.https,
    });
  }

  #seal(content: Sealed): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  #open(value: string): Sealed | null {
    const bytes = Buffer.from(value, 'base64url');
    if (bytes.length <= NONCE + TAG) return null;
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as Sealed;
    } catch {
      return null;
    }
  }
}

interface Sealed {
  readonly receipt: Receipt;
  /** Milliseconds since 1970. */
  readonly until: number;
}
