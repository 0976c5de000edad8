import { randomBytes } from 'node:crypto';
import type { SubmissionStatus } from '@kotae/contracts';
import { TooManyRequests } from '@kotae/http';
import { DomainError, type Clock } from '@kotae/kernel';
import type { SubmissionLookUp } from '@kotae/persistence';
import { hashReceiptCode, readReceiptCode } from '@kotae/submission';
import { SlidingWindow } from '../barrier/sliding-window';
import type { CityCache } from '../city/city-cache';
import { statusOf } from './status-steps';

/** Wrong codes of one address within ten minutes. A code has 64 bits: guessing is hopeless, and may stay quiet too. */
const WRONG_PER_TEN_MINUTES = 10;

/** One answer for every code that opens nothing: mistyped, never given out, or someone else's guess. */
const UNKNOWN = '照会コードが見つかりませんでした。もう一度、控えと見くらべてください。';

/** Asks for a submission by its receipt code, and keeps guessers slow. */
export class LookUps {
  readonly #wrong = new SlidingWindow({ limit: WRONG_PER_TEN_MINUTES, windowMs: 10 * 60_000, keys: 20_000 });

  constructor(
    private readonly lookUp: SubmissionLookUp,
    private readonly city: CityCache,
    private readonly secret: string,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, the same and as fast for any code that opens nothing; TooManyRequests. */
  async status(address: string, typedCode: string): Promise<SubmissionStatus> {
    this.#refuseGuessers(address);
    const found = await this.lookUp.find(this.#hash(typedCode));
    if (found === null) throw this.#wrongCode(address);
    return statusOf(found, this.city.settings.deskName);
  }

  /** 「この回答で分かりましたか」. @throws as `status` does. */
  async feedback(address: string, typedCode: string, understood: boolean): Promise<void> {
    this.#refuseGuessers(address);
    if (!(await this.lookUp.answerFeedback(this.#hash(typedCode), understood))) throw this.#wrongCode(address);
  }

  /** A text that cannot be a code asks the database all the same, for something nobody has: timing tells nothing. */
  #hash(typedCode: string): Buffer {
    const code = typedCode.length > 100 ? null : readReceiptCode(typedCode);
    return hashReceiptCode(this.secret, code ?? randomBytes(16).toString('hex'));
  }

  #refuseGuessers(address: string): void {
    const wait = this.#wrong.waitMs(address, this.clock.now().getTime());
    if (wait > 0) {
      throw new TooManyRequests(
        `照会コードの間違いが続きました。約${Math.ceil(wait / 60_000)}分待ってから、もう一度お試しください。`,
        Math.ceil(wait / 1000),
      );
    }
  }

  #wrongCode(address: string): DomainError {
    this.#wrong.add(address, this.clock.now().getTime());
    return new DomainError('not_found', UNKNOWN);
  }
}
