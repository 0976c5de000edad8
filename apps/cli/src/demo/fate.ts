import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that is always the same for the same words: the demo looks alike on every machine. */
export function fate(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of several, by weight. */
export function oneOf<T>(roll: number, choices: readonly (readonly [weight: number, choice: T])[]): T {
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let left = roll * total;
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices.at(-1)![1];
}
