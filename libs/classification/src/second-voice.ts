import type { OpinionClass } from '@kotae/kernel';
import type { Confident } from './predict';
import type { Sureness } from './sureness';
import type { VoiceWeights } from './voice-weights';

export interface VoiceLabel<C extends string = string> {
  readonly code: C;
  readonly sure: Sureness;
}

/** What a language model inside the city's network says of one opinion; null where it said nothing usable. */
export interface VoiceLabels {
  readonly class: VoiceLabel<OpinionClass> | null;
  readonly topic: VoiceLabel | null;
}

/** What was heard of one submission, by the places of its opinions in the body. */
export interface HeardVoice {
  /** The server's model, as the city has named it. */
  readonly name: string;
  readonly weights: VoiceWeights;
  readonly opinions: readonly (VoiceLabels & { readonly start: number; readonly end: number })[];
}

/** Kept with a suggestion: that the second voice was asked, and how it was weighed. */
export interface VoiceNote {
  readonly name: string;
  /** Why it is not part of the suggestion, as a code; null when it is. */
  readonly missing: string | null;
  /** Decisions from which its weight was learnt; 0 = the fixed one. */
  readonly learntFrom: number;
}

/** Kept with a suggested opinion: what the second voice said, and what the product's own model had said before it. */
export interface OpinionVoice extends VoiceLabels {
  readonly own: { readonly classes: readonly Confident<string>[]; readonly topics: readonly Confident<string>[] };
}
