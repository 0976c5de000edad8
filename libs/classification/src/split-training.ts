import { BEGIN, bestTags, emptyWeights, INSIDE, OUTSIDE, type SplitWeights } from './split-decode';
import { factsOf, type UnitFacts } from './split-features';
import { unitsOf, type Unit } from './split-units';

/** A letter whose opinions a person has marked. */
export interface MarkedLetter {
  readonly body: string;
  readonly opinions: readonly { readonly start: number; readonly end: number }[];
}

const EPOCHS = 3;
const COST = 2;
/** The letters are read in as many random orders; the weights are the mean. */
const SEEDS = [42, 7, 1234, 99];

/** Learns where opinions begin and end from marked letters (averaged structured perceptron). Same letters, same weights. */
export function trainSplitter(letters: readonly MarkedLetter[], epochs = EPOCHS): SplitWeights {
  const samples = letters.map((letter) => {
    const units = unitsOf(letter.body);
    return { facts: factsOf(units), gold: tagsOf(units, letter.opinions) };
  });
  const all = SEEDS.map((seed) => trainOnce(samples, epochs, seed));
  const mean = emptyWeights();
  for (const part of ['unit', 'edge'] as const) {
    const target = mean[part];
    for (const weights of all) weights[part].forEach((value, i) => (target[i] = (target[i] ?? 0) + value / all.length));
  }
  return mean;
}

interface Sample {
  readonly facts: readonly UnitFacts[];
  readonly gold: readonly number[];
}

function trainOnce(samples: readonly Sample[], epochs: number, firstSeed: number): SplitWeights {
  const now = emptyWeights();
  const sum = emptyWeights();
  let step = 1;
  let seed = firstSeed;
  const order = samples.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const sample = samples[index];
      if (sample === undefined) continue;
      const guess = bestTags(sample.facts, now, sample.gold, COST);
      if (guess.some((tag, i) => tag !== sample.gold[i])) {
        update(sample.facts, sample.gold, 1, now, sum, step);
        update(sample.facts, guess, -1, now, sum, step);
      }
      step += 1;
    }
  }
  for (let i = 0; i < now.unit.length; i++) now.unit[i] = (now.unit[i] ?? 0) - (sum.unit[i] ?? 0) / step;
  for (let i = 0; i < now.edge.length; i++) now.edge[i] = (now.edge[i] ?? 0) - (sum.edge[i] ?? 0) / step;
  return now;
}

function update(
  facts: readonly UnitFacts[],
  tags: readonly number[],
  by: number,
  now: SplitWeights,
  sum: SplitWeights,
  step: number,
): void {
  let before = OUTSIDE;
  facts.forEach((fact, i) => {
    const tag = tags[i] ?? OUTSIDE;
    for (const f of fact.features) {
      now.unit[f * 3 + tag] = (now.unit[f * 3 + tag] ?? 0) + by;
      sum.unit[f * 3 + tag] = (sum.unit[f * 3 + tag] ?? 0) + by * step;
    }
    const pair = before * 3 + tag;
    for (const e of fact.edges) {
      now.edge[e * 9 + pair] = (now.edge[e * 9 + pair] ?? 0) + by;
      sum.edge[e * 9 + pair] = (sum.edge[e * 9 + pair] ?? 0) + by * step;
    }
    before = tag;
  });
}

/** The tags a person's spans mean for the units: a unit belongs to a span that holds at least half of it. */
export function tagsOf(units: readonly Unit[], spans: MarkedLetter['opinions']): number[] {
  let last = -1;
  return units.map((unit) => {
    const owner = spans.findIndex(
      (span) => Math.min(span.end, unit.end) - Math.max(span.start, unit.start) >= (unit.end - unit.start) / 2,
    );
    if (owner < 0) {
      last = -1;
      return OUTSIDE;
    }
    const tag = owner === last ? INSIDE : BEGIN;
    last = owner;
    return tag;
  });
}
