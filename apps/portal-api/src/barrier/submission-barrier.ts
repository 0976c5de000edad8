import { TooManyRequests } from '@kotae/http';
import type { Clock } from '@kotae/kernel';
import type { ProofOfWork } from './proof-of-work';
import { SlidingWindow } from './sliding-window';

const MINUTE_MS = 60_000;
const KEYS = 20_000;

/** Who asks to be let through. */
export interface Sender {
  /** From `addressKey`. */
  readonly address: string;
  /** The form's token, when it came from a form. */
  readonly formToken: string | null;
  /** Solution of a challenge, when one was asked for. */
  readonly proof: string | null;
}

/**
 * Against floods, not against people: asks nothing of who sends a few a minute. Above that it asks for patience or for a
 * proof of work, whichever the sender can give. Nobody is turned away for good.
 */
export class SubmissionBarrier {
  readonly #addresses: SlidingWindow;
  readonly #forms: SlidingWindow;

  constructor(
    freePerMinute: number,
    private readonly proofs: ProofOfWork,
    private readonly clock: Clock,
  ) {
    this.#addresses = new SlidingWindow({ limit: freePerMinute, windowMs: MINUTE_MS, keys: KEYS });
    this.#forms = new SlidingWindow({ limit: 1, windowMs: MINUTE_MS, keys: KEYS });
  }

  /** @throws TooManyRequests with the seconds to wait and a challenge to solve instead. */
  async pass(sender: Sender): Promise<void> {
    const now = this.clock.now().getTime();
    const held = sender.formToken === null ? 0 : this.#forms.waitMs(sender.formToken, now);
    const wait = Math.max(held, this.#addresses.waitMs(sender.address, now));
    if (wait > 0 && !(sender.proof !== null && (await this.proofs.accept(sender.proof)))) {
      throw new TooManyRequests(
        '短い時間に続けて送られました。少し待ってから、もう一度お試しください。',
        Math.ceil(wait / 1000),
        await this.proofs.challenge(),
      );
    }
    this.#addresses.add(sender.address, now);
  }

  /** A retry of what had been received before does not count. */
  takeBack(sender: Sender): void {
    this.#addresses.takeBack(sender.address, this.clock.now().getTime());
  }

  /** A form came back with the field filled in that people do not see: its next sending waits or proves. */
  hold(formToken: string): void {
    this.#forms.fill(formToken, this.clock.now().getTime());
  }
}
