import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { TooManyRequests, hashPassword, verifyPassword } from '@kotae/http';
import { DomainError, type Clock } from '@kotae/kernel';
import { LOCK_OUT, StaffStore } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { CLOCK, DATABASE } from '../platform/tokens';
import { FailureCounter } from './failure-counter';

/** Wrong passwords from one address, whatever the accounts: a whole office may sit behind one. */
const PER_ADDRESS = { failures: 30, windowMs: 10 * 60 * 1000 };

/**
 * Checks a login and its password. An unknown login is answered in the same words and after the same work as a wrong
 * password, and locks out after as many attempts.
 */
@Injectable()
export class SignIn {
  readonly #staff: StaffStore;
  readonly #addresses = new FailureCounter(PER_ADDRESS.failures, PER_ADDRESS.windowMs);
  readonly #unknown = new FailureCounter(LOCK_OUT.attempts, LOCK_OUT.minutes * 60 * 1000);
  readonly #nobody = hashPassword('a password that opens nothing');

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#staff = new StaffStore(source);
  }

  /** @returns the id of the account. */
  async check(login: string, password: string, address: string): Promise<string> {
    const now = this.clock.now();
    const wait = this.#addresses.wait(address, now.getTime());
    if (wait > 0) {
      throw new TooManyRequests(
        'サインインの失敗が続いています。しばらく待ってからお試しください。',
        Math.ceil(wait / 1000),
      );
    }
    const known = await this.#staff.takeAttempt(login, now);
    const locked = known === null ? this.#countUnknown(login, now.getTime()) : known.locked;
    const right = await verifyPassword(known?.passwordHash ?? (await this.#nobody), password);
    if (known !== null && right && !locked) {
      await this.#staff.forgetAttempts(known.staffId);
      return known.staffId;
    }
    this.#addresses.add(address, now.getTime());
    if (locked) {
      throw new DomainError(
        'locked_out',
        `パスワードの間違いが${LOCK_OUT.attempts}回続いたため、${LOCK_OUT.minutes}分間サインインできません。`,
      );
    }
    throw new DomainError('unauthenticated', 'ログインIDまたはパスワードが違います。');
  }

  #countUnknown(login: string, now: number): boolean {
    const key = createHash('sha256').update(login).digest('base64');
    const locked = this.#unknown.wait(key, now) > 0;
    if (!locked) this.#unknown.add(key, now);
    return locked;
  }
}
