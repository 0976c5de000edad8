import { normalise } from '@kotae/japanese';
import type { UrgencyKind } from '@kotae/kernel';
import { seededRandom, shuffledOrder } from './random';
import { squeezedSentences, URGENCY_FEATURES, urgencyWindows, type UrgencyWindow } from './urgency-features';
import { URGENCY_LABELS, urgencyOdds, type UrgencyWeights } from './urgency-model';
import type { SparseRow } from './vocabulary';

/** A text with what it hints at; `null`: nothing urgent. */
export interface UrgencyExample {
  readonly text: string;
  readonly kind: UrgencyKind | null;
  /** Written for this model, so every sentence counts; letters weigh by their most urgent window only. */
  readonly short: boolean;
}

/** Rounds of choosing the windows that speak loudest and learning from them. */
const ROUNDS = 4;
const EPOCHS = 8;
/** The weights are the mean of those after each epoch from this one on: calmer than the last alone. */
const CALM_FROM = 3;
const RATE = 0.1;
/** How strongly weights are pulled to zero at each step. */
const DECAY = 3e-4;
/** Loudest windows of a calm letter that are learned from. */
const LOUDEST = 3;
const URGENT_WEIGHT = 4;
/**
 * Share of the lexicon's words that a second reading of each line does without. The lexicon knows these authors' words
 * better than the next author's: without this the model would lean on it too much.
 */
const FORGOTTEN = 0.6;
const LABELS = URGENCY_LABELS.length;

interface Sample {
  readonly row: SparseRow;
  readonly label: number;
  readonly weight: number;
}

/**
 * Learns the urgency model. Of an urgent letter only the window that speaks loudest is urgent, of a calm one the
 * loudest are what must be learned to be calm; both are chosen again each round. Same examples, same weights.
 */
export function trainUrgency(examples: readonly UrgencyExample[]): UrgencyWeights {
  const read = readings(examples);
  let weights: UrgencyWeights | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const samples: Sample[] = [];
    for (const { short, label, windows } of read) {
      const ranked = weights === null ? windows : byLoudness(weights, windows, label);
      if (label === 0) {
        const chosen = short || weights === null ? windows : ranked.slice(0, LOUDEST);
        for (const { row } of chosen) samples.push({ row, label, weight: weights === null && !short ? 0.2 : 1 });
        continue;
      }
      const chosen = new Set<UrgencyWindow>(weights === null ? [] : ranked.slice(0, 1));
      const whole = windows.at(-1);
      if (short && whole !== undefined) chosen.add(whole);
      for (const { row } of chosen) samples.push({ row, label, weight: URGENT_WEIGHT / chosen.size });
    }
    weights = descend(samples, 20 + round);
  }
  return weights ?? new Float32Array((URGENCY_FEATURES + 1) * LABELS);
}

interface Reading {
  readonly short: boolean;
  readonly label: number;
  readonly windows: readonly UrgencyWindow[];
}

/** The windows of all examples; lines twice, the second time as read by one who has forgotten many words. */
function readings(examples: readonly UrgencyExample[]): Reading[] {
  const random = seededRandom(11);
  const known: Reading[] = [];
  const forgotten: Reading[] = [];
  for (const { text, kind, short } of examples) {
    const label = URGENCY_LABELS.indexOf(kind);
    const sentences = squeezedSentences(normalise(text));
    known.push({ short, label, windows: urgencyWindows(sentences) });
    if (!short) continue;
    const poorer = sentences.map((sentence) => ({
      ...sentence,
      hits: sentence.hits.filter(() => random() >= FORGOTTEN),
    }));
    forgotten.push({ short, label, windows: urgencyWindows(poorer) });
  }
  return [...known, ...forgotten];
}

/** Multinomial logistic regression by AdaGrad with decay. */
function descend(samples: readonly Sample[], seed: number): UrgencyWeights {
  const weights = new Float32Array((URGENCY_FEATURES + 1) * LABELS);
  const squares = new Float32Array(weights.length).fill(0.1);
  const mean = new Float32Array(weights.length);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffledOrder(samples.length, random)) {
      const { row, label, weight } = samples[at]!;
      const slope = urgencyOdds(weights, row);
      slope[label]! -= 1;
      const step = (w: number, gradient: number): void => {
        squares[w]! += gradient * gradient;
        weights[w]! -= (RATE * gradient) / Math.sqrt(squares[w]!);
      };
      for (let i = 0; i < row.index.length; i++) {
        const base = row.index[i]! * LABELS;
        for (let c = 0; c < LABELS; c++)
          step(base + c, weight * slope[c]! * row.value[i]! + DECAY * weights[base + c]!);
      }
      for (let c = 0; c < LABELS; c++) step(URGENCY_FEATURES * LABELS + c, weight * slope[c]!);
    }
    if (epoch >= CALM_FROM) for (let w = 0; w < weights.length; w++) mean[w]! += weights[w]!;
  }
  return mean.map((sum) => sum / (EPOCHS - CALM_FROM));
}

/** Loudest first: for an urgent letter its own kind, for a calm one any. */
function byLoudness(weights: UrgencyWeights, windows: readonly UrgencyWindow[], label: number): UrgencyWindow[] {
  const scored = windows.map((window) => {
    const odds = urgencyOdds(weights, window.row);
    return { window, loud: label === 0 ? 1 - odds[0]! : odds[label]! };
  });
  return scored.sort((a, b) => b.loud - a.loud).map(({ window }) => window);
}
