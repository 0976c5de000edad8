import type { Outcome } from '@kotae/kernel';

/** An answer written for one opinion of the demo letters; these are also published. */
export interface SpecialAnswer {
  /** Id of the letter in data/letters.jsonl and the 0-based place of the opinion in it. */
  readonly letter: string;
  readonly opinion: number;
  readonly title: string;
  readonly answer: string;
  readonly outcome: Outcome;
}
