import type { SoftmaxSample, SoftmaxWeights } from './softmax';

// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { log } = Math;

/** Added to every count: a feature seen once is weak evidence. */
const PRIOR = 0.1;

/**
 * Adds counted evidence (naive Bayes log odds of each feature for a class against the others) to learnt weights.
 * What is learnt fits the letters at hand closely; counts generalise better to words seen only a few times. `mass` is
 * scratch: as many zeros as there are weights.
 */
export function addEvidence(
  model: SoftmaxWeights,
  samples: readonly SoftmaxSample[],
  share: number,
  mass: Float32Array = new Float32Array(model.weights.length),
): void {
  const { classes: k, weights } = model;
  const features = weights.length / Math.max(1, k);
  const perClass = new Float64Array(k);
  for (const { row, label, weight } of samples) {
    for (let i = 0; i < row.index.length; i++) {
      const x = row.value[i]! * weight;
      mass[row.index[i]! * k + label]! += x;
      perClass[label]! += x;
    }
  }
  const total = perClass.reduce((sum, x) => sum + x, 0);
  const prior = PRIOR * features;
  for (let f = 0; f < features; f++) {
    let all = 0;
    for (let c = 0; c < k; c++) all += mass[f * k + c]!;
    for (let c = 0; c < k; c++) {
      const own = mass[f * k + c]!;
      const odds =
        log((own + PRIOR) / (perClass[c]! + prior)) - log((all - own + PRIOR) / (total - perClass[c]! + prior));
      weights[f * k + c]! += share * odds;
    }
  }
}
