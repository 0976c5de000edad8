import type { ProofChallenge } from '@kotae/contracts';
import { sha256Hex } from './sha256';

/** Hashes between two breaths: the page stays usable while it works. */
const AT_ONCE = 2_000;

/** Solves the challenge that came with the page instead of waiting, then sends the letter as was asked before. */
export function proveWork(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=proof]');
  const button = form.querySelector<HTMLButtonElement>('button[value=send]');
  const text = form.dataset['challenge'];
  if (field === null || button === null || text === undefined) return;
  const challenge = JSON.parse(text) as ProofChallenge;
  const words = document.querySelector('[data-wait-words]');
  if (words !== null) words.textContent = '送る準備をしています。数秒で終わり、続けて送ります。';
  let stopped = false;
  form.addEventListener('submit', () => (stopped = true));
  void solve(challenge, () => stopped).then((number) => {
    if (number === null || stopped) return;
    field.value = encodeProof(challenge, number);
    form.requestSubmit(button);
  });
}

/** The number that solves the challenge; null when there is none or it is no longer wanted. */
export async function solve(challenge: ProofChallenge, unwanted: () => boolean): Promise<number | null> {
  for (let number = 0; number <= challenge.maxnumber && !unwanted();) {
    const end = Math.min(challenge.maxnumber, number + AT_ONCE);
    for (; number <= end; number++) {
      if (sha256Hex(`${challenge.salt}${number}`) === challenge.challenge) return number;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

/** ALTCHA's payload. */
export function encodeProof({ algorithm, challenge, salt, signature }: ProofChallenge, number: number): string {
  return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}
