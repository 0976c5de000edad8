import { softmax } from './softmax';
import { URGENCY_FEATURES } from './urgency-features';
import type { SparseRow } from './vocabulary';

/** Labels of the model in order; the first is "nothing urgent". */
export const URGENCY_LABELS = [null, 'self_harm', 'abuse', 'threat', 'danger'] as const;
const LABELS = URGENCY_LABELS.length;

/** Weights of the urgency model, [feature × label]; the last row holds the biases. */
export type UrgencyWeights = Float32Array;

/** Steps per unit of the square root of a weight in the packed form: fine near zero, coarse far away. */
const PRECISION = 40;

/** Probability of each label for a window. */
export function urgencyOdds(weights: UrgencyWeights, { index, value }: SparseRow): Float64Array {
  // One sum for each of the five labels, written out: this runs for every window of every letter.
  const bias = URGENCY_FEATURES * LABELS;
  let calm = weights[bias]!;
  let selfHarm = weights[bias + 1]!;
  let abuse = weights[bias + 2]!;
  let threat = weights[bias + 3]!;
  let danger = weights[bias + 4]!;
  for (let i = 0; i < index.length; i++) {
    const base = index[i]! * LABELS;
    const x = value[i]!;
    calm += weights[base]! * x;
    selfHarm += weights[base + 1]! * x;
    abuse += weights[base + 2]! * x;
    threat += weights[base + 3]! * x;
    danger += weights[base + 4]! * x;
  }
  return softmax(Float64Array.of(calm, selfHarm, abuse, threat, danger));
}

/**
 * Weights as a string to keep in the repository: one signed byte each (square-root steps), base64. Only what a label
 * weighs more than "nothing urgent" is kept: the odds depend on nothing else.
 */
export function packUrgencyWeights(weights: UrgencyWeights): string {
  const bytes = new Int8Array((weights.length / LABELS) * (LABELS - 1));
  let at = 0;
  for (let base = 0; base < weights.length; base += LABELS)
    for (let c = 1; c < LABELS; c++) {
      const w = weights[base + c]! - weights[base]!;
      bytes[at++] = Math.sign(w) * Math.min(127, Math.round(Math.sqrt(Math.abs(w)) * PRECISION));
    }
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The weights `packUrgencyWeights` wrote; "nothing urgent" weighs 0. Throws on a string of another size. */
export function unpackUrgencyWeights(packed: string): UrgencyWeights {
  const buffer = Buffer.from(packed, 'base64');
  if (buffer.length !== (URGENCY_FEATURES + 1) * (LABELS - 1)) throw new Error('urgency weights of another size');
  const bytes = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  const weights = new Float32Array((URGENCY_FEATURES + 1) * LABELS);
  let at = 0;
  for (let base = 0; base < weights.length; base += LABELS)
    for (let c = 1; c < LABELS; c++) {
      const b = bytes[at++]!;
      weights[base + c] = (Math.sign(b) * b * b) / (PRECISION * PRECISION);
    }
  return weights;
}
