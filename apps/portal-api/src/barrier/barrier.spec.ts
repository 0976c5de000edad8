import { createHash } from 'node:crypto';
import type { ProofChallenge } from '@kotae/contracts';
import { TooManyRequests } from '@kotae/http';
import type { Clock } from '@kotae/kernel';
import { addressKey } from './address-key';
import { ProofOfWork } from './proof-of-work';
import { SlidingWindow } from './sliding-window';
import { SubmissionBarrier } from './submission-barrier';

function standing(): Clock & { move: (ms: number) => void } {
  let at = Date.now();
  return { now: () => new Date(at), move: (ms) => void (at += ms) };
}

function solve(challenge: ProofChallenge): string {
  for (let number = 0; number <= challenge.maxnumber; number++) {
    if (createHash('sha256').update(`${challenge.salt}${number}`).digest('hex') === challenge.challenge) {
      return Buffer.from(JSON.stringify({ ...challenge, number })).toString('base64');
    }
  }
  throw new Error('no solution');
}

async function refusal(work: Promise<void>): Promise<TooManyRequests> {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof TooManyRequests)) throw new Error('was let through');
  return error;
}

describe('the barrier', () => {
  const clock = standing();
  const from = (address: string, proof: string | null = null, formToken: string | null = null) => ({
    address,
    proof,
    formToken,
  });
  const make = (free = 5) => new SubmissionBarrier(free, new ProofOfWork('secret', clock), clock);

  it('asks nothing of five in a minute, then for patience, then nothing again', async () => {
    const barrier = make();
    for (let i = 0; i < 5; i++) await barrier.pass(from('a'));
    const error = await refusal(barrier.pass(from('a')));
    expect(error.retryAfterSeconds).toBeGreaterThan(0);
    expect(error.retryAfterSeconds).toBeLessThanOrEqual(60);
    await barrier.pass(from('b'));
    clock.move(error.retryAfterSeconds * 1000);
    await barrier.pass(from('a'));
  });

  it('takes a proof instead of waiting, each once', async () => {
    const barrier = make(1);
    await barrier.pass(from('a'));
    const { challenge } = await refusal(barrier.pass(from('a')));
    const proof = solve(challenge!);
    await barrier.pass(from('a', proof));
    await refusal(barrier.pass(from('a', proof)));
  });

  it('takes no proof that is forged, foreign or old', async () => {
    const barrier = make(1);
    await barrier.pass(from('a'));
    const challenge = (await refusal(barrier.pass(from('a')))).challenge!;
    const foreign = await new ProofOfWork('another secret', clock).challenge();
    for (const proof of ['', 'x', 'e30=', Buffer.from('null').toString('base64'), solve(foreign)]) {
      await refusal(barrier.pass(from('a', proof)));
    }
    const proof = solve(challenge);
    const longer = Buffer.from(
      Buffer.from(proof, 'base64')
        .toString()
        .replace(/expires=\d+/, 'expires=9999999999'),
    ).toString('base64');
    await refusal(barrier.pass(from('a', longer)));
    clock.move(20 * 60_000);
    await barrier.pass(from('a'));
    await refusal(barrier.pass(from('a', proof)));
  });

  it('does not count a retry, and holds a trapped form only', async () => {
    const barrier = make(1);
    await barrier.pass(from('a'));
    barrier.takeBack(from('a'));
    await barrier.pass(from('a'));
    barrier.hold('form-1');
    await refusal(barrier.pass(from('c', null, 'form-1')));
    await barrier.pass(from('c', null, 'form-2'));
    clock.move(61_000);
    await barrier.pass(from('c', null, 'form-1'));
  });

  it('lets nobody wait for longer than the window when the clock jumps a day ahead and back', async () => {
    const barrier = make(1);
    await barrier.pass(from('a'));
    clock.move(24 * 60 * 60_000);
    await barrier.pass(from('a'));
    await refusal(barrier.pass(from('a')));
    clock.move(-24 * 60 * 60_000);
    const error = await refusal(barrier.pass(from('a')));
    expect(error.retryAfterSeconds).toBeLessThanOrEqual(65);
    clock.move(error.retryAfterSeconds * 1000);
    await barrier.pass(from('a'));
  });

  it('takes a proof once when the clock goes back an hour in between', async () => {
    const barrier = make(1);
    await barrier.pass(from('a'));
    const proof = solve((await refusal(barrier.pass(from('a')))).challenge!);
    clock.move(-60 * 60_000);
    await refusal(barrier.pass(from('a')));
    await barrier.pass(from('a', proof));
    await refusal(barrier.pass(from('a', proof)));
    clock.move(60 * 60_000);
  });

  it('remembers a bounded number of addresses', () => {
    const window = new SlidingWindow({ limit: 1, windowMs: 60_000, keys: 100 });
    for (let i = 0; i < 1000; i++) window.add(`${i}`, 1_000_000);
    expect(window.size).toBe(100);
    expect(window.waitMs('999', 1_000_000)).toBeGreaterThan(0);
  });
});

describe('a sender', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:bbbb:cccc:dddd:eeee', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (ip, key) => expect(addressKey(ip)).toBe(key));
});
