import { createHmac } from 'node:crypto';
import type { ProofChallenge } from '@kotae/contracts';
import type { Clock } from '@kotae/kernel';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';

/** About half as many SHA-256 are tried on average: well under a second on a phone. */
const MOST_TRIES = 100_000;
const VALID_MS = 10 * 60_000;
const REMEMBERED = 50_000;

/** Proof of work (ALTCHA's form): no third party, no cookie, each solution good for one submission. */
export class ProofOfWork {
  readonly #hmacKey: string;
  readonly #used = new Map<string, number>();

  constructor(
    secret: string,
    private readonly clock: Clock,
  ) {
    this.#hmacKey = createHmac('sha256', secret).update('proof-of-work').digest('hex');
  }

  async challenge(): Promise<ProofChallenge> {
    const made = await createChallenge({
      hmacKey: this.#hmacKey,
      algorithm: 'SHA-256',
      maxnumber: MOST_TRIES,
      expires: new Date(this.clock.now().getTime() + VALID_MS),
    });
    const { challenge, salt, signature } = made;
    return { algorithm: 'SHA-256', challenge, maxnumber: MOST_TRIES, salt, signature };
  }

  /** True once for a right solution of a challenge of ours: base64 of JSON, as ALTCHA's widget sends it. */
  async accept(proof: string): Promise<boolean> {
    const challenge = challengeOf(proof);
    if (challenge === null || this.#used.has(challenge)) return false;
    const right = await verifySolution(proof, this.#hmacKey, false).catch(() => false);
    if (!right || this.#used.has(challenge)) return false;
    const expires = Number(extractParams(proof)['expires'] ?? extractParams(proof)['expire']) * 1000;
    const now = this.clock.now().getTime();
    if (!(expires > now)) return false;
    this.#used.set(challenge, expires);
    this.#forget(now);
    return true;
  }

  #forget(now: number): void {
    for (const [challenge, expires] of this.#used) {
      if (expires > now && this.#used.size <= REMEMBERED) return;
      this.#used.delete(challenge);
    }
  }
}

function challengeOf(proof: string): string | null {
  if (proof.length > 2_000) return null;
  try {
    const payload: unknown = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
    const challenge = (payload as { challenge?: unknown } | null)?.challenge;
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
