import type { Sureness } from './sureness';

/** How a second voice is heard about one kind of label. */
export interface LabelWeights {
  /** Exponent of the own model's probabilities. */
  readonly own: number;
  /** What is added to the logarithm of the label it names, by how sure it says to be; 0 = not heard. */
  readonly boosts: Readonly<Record<Sureness, number>>;
  /** Decisions it was learnt from; 0 = fixed. */
  readonly learntFrom: number;
  /** People's decisions have shown that it helps: only then may it make a suggestion surer. */
  readonly proven: boolean;
}

export interface VoiceWeights {
  readonly class: LabelWeights;
  readonly topic: LabelWeights;
}

/** Before there are enough decisions: at most twice as likely as before, and never surer than the own model was. */
export const FIXED_LABEL_WEIGHTS: LabelWeights = Object.freeze({
  own: 1,
  boosts: Object.freeze({ sure: Math.log(2), likely: Math.log(1.5), unsure: 0 }),
  learntFrom: 0,
  proven: false,
});

export const FIXED_VOICE_WEIGHTS: VoiceWeights = Object.freeze({
  class: FIXED_LABEL_WEIGHTS,
  topic: FIXED_LABEL_WEIGHTS,
});
