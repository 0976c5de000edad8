import { softmax } from './softmax';

/** Turns raw scores into confidences that can be believed: 「80 %」 is right about 80 % of the time. Plain data. */
export interface Calibration {
  readonly temperature: number;
  /** Knots of a rising piecewise-linear map from the best probability to the share of right answers. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface Outcome {
  readonly logits: ArrayLike<number>;
  readonly label: number;
}

export const UNCALIBRATED: Calibration = { temperature: 1, from: [0, 1], to: [0, 1] };

/** Fewest held-out answers from which a calibration is fitted. */
const ENOUGH = 40;

/** Fits a temperature by likelihood and then a rising map, on answers held out from training. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  if (outcomes.length < ENOUGH) return { temperature: 2, from: [0, 1], to: [0, 0.6] };
  const temperature = fitTemperature(outcomes);
  const points = outcomes
    .map(({ logits, label }) => {
      const p = softmax(logits, temperature);
      const best = indexOfLargest(p);
      return { p: p[best]!, right: best === label ? 1 : 0 };
    })
    .sort((a, b) => a.p - b.p);
  const bins = Math.max(4, Math.min(12, Math.floor(points.length / 60)));
  const pools: { p: number; right: number; n: number }[] = [];
  for (let b = 0; b < bins; b++) {
    const slice = points.slice(Math.floor((b * points.length) / bins), Math.floor(((b + 1) * points.length) / bins));
    const p = slice.reduce((sum, point) => sum + point.p, 0) / slice.length;
    // A prior of ten answers that believes the probability itself keeps small bins from extremes.
    const right = slice.reduce((sum, point) => sum + point.right, 0) + 10 * p;
    pools.push({ p, right: right / (slice.length + 10), n: slice.length });
    while (pools.length > 1 && pools[pools.length - 1]!.right < pools[pools.length - 2]!.right) {
      const last = pools.pop()!;
      const before = pools.pop()!;
      const n = last.n + before.n;
      pools.push({
        p: (last.p * last.n + before.p * before.n) / n,
        right: (last.right * last.n + before.right * before.n) / n,
        n,
      });
    }
  }
  const top = Math.min(0.99, (pools[pools.length - 1]!.right + 1) / 2);
  return {
    temperature,
    from: [0, ...pools.map((pool) => pool.p), 1],
    to: [0, ...pools.map((pool) => pool.right), top],
  };
}

/**
 * Probabilities of all classes after calibration: the best one is believed, the rest share what is
 * left, and none of them is believed more than the best: they may sum to less than one.
 */
export function calibrated(calibration: Calibration, logits: ArrayLike<number>): Float64Array {
  const p = softmax(logits, calibration.temperature);
  if (p.length < 2) return p;
  const best = indexOfLargest(p);
  const confidence = Math.max(1 / p.length, mapped(calibration, p[best]!));
  const rest = 1 - p[best]!;
  for (let i = 0; i < p.length; i++) {
    if (i === best) continue;
    const share = rest > 1e-12 ? p[i]! / rest : 1 / (p.length - 1);
    p[i] = Math.min(confidence, share * (1 - confidence));
  }
  p[best] = confidence;
  return p;
}

function mapped({ from, to }: Calibration, p: number): number {
  let i = 1;
  while (i < from.length - 1 && from[i]! < p) i++;
  const width = from[i]! - from[i - 1]!;
  const part = width > 0 ? (p - from[i - 1]!) / width : 1;
  return to[i - 1]! + (to[i]! - to[i - 1]!) * Math.min(1, Math.max(0, part));
}

function fitTemperature(outcomes: readonly Outcome[]): number {
  const loss = (logT: number): number => {
    let sum = 0;
    for (const { logits, label } of outcomes) sum -= Math.log(softmax(logits, Math.exp(logT))[label]! + 1e-12);
    return sum;
  };
  let low = Math.log(0.2);
  let high = Math.log(8);
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 24; step++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
