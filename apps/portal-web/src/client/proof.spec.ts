import { createHash } from 'node:crypto';
import { encodeProof, solve } from './prove';
import { sha256Hex } from './sha256';

describe('the proof of work in the browser', () => {
  it('hashes like everyone else', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'kotae 0123456789?&='.repeat(12).slice(0, length);
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  const salt = 'abc?expires=1&';
  const challenge = {
    algorithm: 'SHA-256' as const,
    challenge: createHash('sha256').update(`${salt}4321`).digest('hex'),
    maxnumber: 10_000,
    salt,
    signature: 's',
  };

  it('finds the number and says it in the form the server reads', async () => {
    expect(await solve(challenge, () => false)).toBe(4321);
    const sent: unknown = JSON.parse(atob(encodeProof(challenge, 4321)));
    expect(sent).toEqual({ algorithm: 'SHA-256', challenge: challenge.challenge, number: 4321, salt, signature: 's' });
  });

  it('stops when it is not wanted, and finds nothing where nothing is', async () => {
    expect(await solve(challenge, () => true)).toBeNull();
    expect(await solve({ ...challenge, maxnumber: 100 }, () => false)).toBeNull();
  });
});
