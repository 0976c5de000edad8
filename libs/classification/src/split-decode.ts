import { SPLIT_BUCKETS, SPLIT_EDGE_BUCKETS, type UnitFacts } from './split-features';

/** Tags of units: outside any opinion, first of one, inside one. */
export const OUTSIDE = 0;
export const BEGIN = 1;
export const INSIDE = 2;
const TAGS = 3;
const PAIRS = TAGS * TAGS;

/** Weights of the splitter: per feature bucket and tag, and per edge bucket and pair of tags. */
export interface SplitWeights {
  readonly unit: Float32Array;
  readonly edge: Float32Array;
}

/** Empty weights, for training. */
export function emptyWeights(): SplitWeights {
  return { unit: new Float32Array(SPLIT_BUCKETS * TAGS), edge: new Float32Array(SPLIT_EDGE_BUCKETS * PAIRS) };
}

/**
 * The best sequence of tags (Viterbi). `INSIDE` follows only `BEGIN` or `INSIDE`.
 * `gold` and `cost` make decoding cost-augmented for training: every tag that differs from `gold` gains `cost`.
 */
export function bestTags(
  facts: readonly UnitFacts[],
  weights: SplitWeights,
  gold?: readonly number[],
  cost = 0,
): number[] {
  const size = facts.length;
  const score = new Float64Array(size * TAGS).fill(-1e9);
  const from = new Int8Array(size * TAGS);
  const pair = new Float64Array(PAIRS);
  for (let i = 0; i < size; i++) {
    const fact = facts[i];
    if (fact === undefined) break;
    pair.fill(0);
    for (const e of fact.edges)
      for (let p = 0; p < PAIRS; p++) pair[p] = (pair[p] ?? 0) + (weights.edge[e * PAIRS + p] ?? 0);
    for (let tag = 0; tag < TAGS; tag++) {
      let own = gold !== undefined && gold[i] !== tag ? cost : 0;
      for (const f of fact.features) own += weights.unit[f * TAGS + tag] ?? 0;
      for (let before = 0; before < TAGS; before++) {
        if (i === 0 ? before !== OUTSIDE || tag === INSIDE : tag === INSIDE && before === OUTSIDE) continue;
        const total = own + (pair[before * TAGS + tag] ?? 0) + (i === 0 ? 0 : (score[(i - 1) * TAGS + before] ?? 0));
        if (total > (score[i * TAGS + tag] ?? 0)) {
          score[i * TAGS + tag] = total;
          from[i * TAGS + tag] = before;
        }
      }
    }
  }
  const tags = new Array<number>(size).fill(OUTSIDE);
  if (size === 0) return tags;
  let tag = 0;
  for (let t = 1; t < TAGS; t++)
    if ((score[(size - 1) * TAGS + t] ?? 0) > (score[(size - 1) * TAGS + tag] ?? 0)) tag = t;
  for (let i = size - 1; i >= 0; i--) {
    tags[i] = tag;
    tag = from[i * TAGS + tag] ?? 0;
  }
  return tags;
}

/** Steps per unit of the square root of a weight in the packed form: fine near zero, coarse far away. */
const PRECISION = 32;

function valueOf(byte: number): number {
  return (Math.sign(byte) * byte * byte) / (PRECISION * PRECISION);
}

/** Weights as a string to keep in the repository: one signed byte each (square-root steps), base64. */
export function packWeights(weights: SplitWeights): string {
  const bytes = new Int8Array(weights.unit.length + weights.edge.length);
  const pack = (value: number): number =>
    Math.sign(value) * Math.min(127, Math.round(Math.sqrt(Math.abs(value)) * PRECISION));
  weights.unit.forEach((value, i) => (bytes[i] = pack(value)));
  weights.edge.forEach((value, i) => (bytes[weights.unit.length + i] = pack(value)));
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The weights `packWeights` wrote. Throws on a string of another size. */
export function unpackWeights(packed: string): SplitWeights {
  const buffer = Buffer.from(packed, 'base64');
  const weights = emptyWeights();
  if (buffer.length !== weights.unit.length + weights.edge.length) throw new Error('splitter weights of another size');
  const bytes = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  for (let i = 0; i < weights.unit.length; i++) weights.unit[i] = valueOf(bytes[i] ?? 0);
  for (let i = 0; i < weights.edge.length; i++) weights.edge[i] = valueOf(bytes[weights.unit.length + i] ?? 0);
  return weights;
}
