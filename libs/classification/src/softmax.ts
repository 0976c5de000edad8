import { seededRandom, shuffledOrder } from './random';
import type { SparseRow } from './vocabulary';

// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { abs, exp, max, sqrt } = Math;

/** Multinomial logistic regression: sparse features with weights per class, and signals with one weight for all classes. */
export interface SoftmaxWeights {
  readonly classes: number;
  /** Row-major [feature × class]. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Weight of each signal, shared by all classes. */
  readonly shared: Float32Array;
}

export interface SoftmaxSample {
  readonly row: SparseRow;
  readonly label: number;
  readonly weight: number;
  /** Row-major [class × signal]; empty when there are no signals. */
  readonly signals: Float32Array;
}

export interface SoftmaxOptions {
  readonly features: number;
  readonly classes: number;
  readonly signals: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  /** Share of steps in which the signals are hidden, so that the features learn to stand without them; 0 by default. */
  readonly hideSignals?: number;
}

export const NO_SIGNALS = new Float32Array(0);

export function logitsOf(model: SoftmaxWeights, row: SparseRow, signals: Float32Array): Float64Array {
  return logitsInto(new Float64Array(model.classes), model, row, signals);
}

/** As `logitsOf`, into an array that is there already: training asks a hundred thousand times. */
function logitsInto(out: Float64Array, model: SoftmaxWeights, row: SparseRow, signals: Float32Array): Float64Array {
  const k = model.classes;
  for (let c = 0; c < k; c++) out[c] = model.bias[c]!;
  const { index, value } = row;
  const w = model.weights;
  for (let i = 0; i < index.length; i++) {
    const base = index[i]! * k;
    const x = value[i]!;
    for (let c = 0; c < k; c++) out[c]! += w[base + c]! * x;
  }
  const s = model.shared.length;
  for (let c = 0; c < k; c++) for (let j = 0; j < s; j++) out[c]! += model.shared[j]! * signals[c * s + j]!;
  return out;
}

export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  return softmaxInto(new Float64Array(logits.length), logits, temperature);
}

function softmaxInto(out: Float64Array, logits: ArrayLike<number>, temperature: number): Float64Array {
  let top = -Infinity;
  for (let i = 0; i < logits.length; i++) top = max(top, logits[i]!);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += out[i] = exp((logits[i]! - top) / temperature);
  for (let i = 0; i < out.length; i++) out[i]! /= sum;
  return out;
}

/** Gradients below this change nothing that matters; leaving them out makes training several times faster. */
const NEGLIGIBLE = 2e-3;

/**
 * Stochastic gradient descent with a step of its own per weight (AdaGrad); seeded, so repeatable. `weights` (zeros) and
 * `squares` hold features × classes numbers; the weights are written into the one, the other is scratch.
 */
export function trainSoftmax(
  samples: readonly SoftmaxSample[],
  options: SoftmaxOptions,
  weights: Float32Array = new Float32Array(options.features * options.classes),
  squares: Float32Array = new Float32Array(options.features * options.classes),
): SoftmaxWeights {
  const { classes: k, signals: s, rate } = options;
  squares.fill(1e-2);
  const bias = new Float32Array(k);
  const shared = new Float32Array(s).fill(0.5);
  const sharedSquares = new Float32Array(s).fill(1);
  const model: SoftmaxWeights = { classes: k, weights, bias, shared };
  const random = seededRandom(options.seed);
  const active = new Int32Array(k);
  const logits = new Float64Array(k);
  const gradient = new Float64Array(k);
  const hidden = new Float32Array(k * s);
  const hide = s > 0 ? (options.hideSignals ?? 0) : 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffledOrder(samples.length, random)) {
      const { row, label, weight } = samples[at]!;
      const signals = hide > 0 && random() < hide ? hidden : samples[at]!.signals;
      softmaxInto(gradient, logitsInto(logits, model, row, signals), 1);
      gradient[label]! -= 1;
      let count = 0;
      for (let c = 0; c < k; c++) {
        gradient[c]! *= weight;
        if (abs(gradient[c]!) > NEGLIGIBLE) active[count++] = c;
      }
      const { index, value } = row;
      for (let i = 0; i < index.length; i++) {
        const base = index[i]! * k;
        const x = value[i]!;
        for (let a = 0; a < count; a++) {
          const c = active[a]!;
          const w = base + c;
          const d = gradient[c]! * x;
          squares[w]! += d * d;
          weights[w]! -= (rate * d) / sqrt(squares[w]!);
        }
      }
      for (let c = 0; c < k; c++) bias[c]! -= 0.02 * rate * gradient[c]!;
      for (let j = 0; j < s; j++) {
        let d = 0;
        for (let c = 0; c < k; c++) d += gradient[c]! * signals[c * s + j]!;
        sharedSquares[j]! += d * d;
        shared[j]! -= (rate * d) / sqrt(sharedSquares[j]!);
      }
    }
  }
  return model;
}
