import { NameFeatures } from '../name-features';
import { namePlaces } from '../name-places';
import { BEGIN, INSIDE, OUTSIDE, emptyNameWeights, type NameWeights } from '../name-tags';
import type { NamedText } from './marked-text';
import { Random } from './random';
import { withOtherNames } from './replace-names';

export interface NameTraining {
  /** Rounds over all texts. */
  readonly rounds: number;
  /** In each round a text with names is learnt this often, each time with other names. */
  readonly copies: number;
  readonly seed: number;
}

const STEP = 0.12;
const DECAY = 2e-6;

/**
 * Learns the tags of single places from the texts (logistic regression, AdaGrad), with other names each time.
 * Same texts, same weights.
 */
export function trainNameTagger(texts: readonly NamedText[], training: NameTraining): NameWeights {
  const random = new Random(training.seed);
  const weights = emptyNameWeights();
  const squares = new Float32Array(weights.length).fill(1e-2);
  for (let round = 0; round < training.rounds; round++) {
    const order = texts.flatMap((text) => new Array<NamedText>(text.names.length > 0 ? training.copies : 1).fill(text));
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random.next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const text of order) learn(text.names.length > 0 ? withOtherNames(text, random) : text, weights, squares);
  }
  return weights;
}

function learn(named: NamedText, weights: NameWeights, squares: Float32Array): void {
  const places = namePlaces(named.text);
  const tags = new Uint8Array(named.text.length).fill(OUTSIDE);
  for (const { start, end, person } of named.names) {
    if (!person) continue;
    tags[start] = BEGIN;
    tags.fill(INSIDE, start + 1, end);
  }
  const features = new NameFeatures(places);
  for (let i = 0; i < named.text.length; i++) {
    if (places.possible[i] !== 1) continue;
    features.read(i);
    let b = 0;
    let s = 0;
    for (let f = 0; f < features.count; f++) {
      const at = (features.buckets[f] ?? 0) * 2;
      b += weights[at] ?? 0;
      s += weights[at + 1] ?? 0;
    }
    const top = Math.max(0, b, s);
    const sum = Math.exp(-top) + Math.exp(b - top) + Math.exp(s - top);
    const errorB = Math.exp(b - top) / sum - (tags[i] === BEGIN ? 1 : 0);
    const errorS = Math.exp(s - top) / sum - (tags[i] === INSIDE ? 1 : 0);
    if (Math.abs(errorB) + Math.abs(errorS) < 0.005) continue;
    for (let f = 0; f < features.count; f++) {
      const at = (features.buckets[f] ?? 0) * 2;
      move(weights, squares, at, errorB);
      move(weights, squares, at + 1, errorS);
    }
  }
}

function move(weights: NameWeights, squares: Float32Array, at: number, error: number): void {
  const w = weights[at] ?? 0;
  const gradient = error + DECAY * w;
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  weights[at] = w - (STEP * gradient) / Math.sqrt(square);
}
