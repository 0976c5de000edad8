import { NameFeatures, NAME_BUCKETS } from './name-features';
import type { NamePlaces } from './name-places';

/** Tags of a place: no name, the first of a name, inside one. */
export const OUTSIDE = 0;
export const BEGIN = 1;
export const INSIDE = 2;

/** Weights of the name tagger: for each bucket what speaks for `BEGIN` and for `INSIDE` against `OUTSIDE`. */
export type NameWeights = Float32Array;

/** Weights that say nothing. */
export function emptyNameWeights(): NameWeights {
  return new Float32Array(NAME_BUCKETS * 2);
}

/** A stretch the tagger takes for a name; `sureness` is the mean of what spoke for it, per character, in log odds. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly sureness: number;
}

/** The names in the text by its most likely tags; `lean` is added to what speaks for a name (more finds, more wrong ones). */
export function tagNames(places: NamePlaces, weights: NameWeights, lean: number): TaggedName[] {
  const { text, possible } = places;
  const features = new NameFeatures(places);
  const names: TaggedName[] = [];
  let i = 0;
  while (i < text.length) {
    if (possible[i] !== 1) {
      i += 1;
      continue;
    }
    let end = i + 1;
    while (end < text.length && possible[end] === 1) end += 1;
    decode(i, end, features, weights, lean, names);
    i = end;
  }
  return names;
}

/** Viterbi over one stretch of possible places: `INSIDE` follows only `BEGIN` or `INSIDE`, `BEGIN` only `OUTSIDE`. */
function decode(
  from: number,
  to: number,
  features: NameFeatures,
  weights: NameWeights,
  lean: number,
  names: TaggedName[],
): void {
  const size = to - from;
  const begin = new Float64Array(size);
  const inside = new Float64Array(size);
  let hopeful = false;
  for (let n = 0; n < size; n++) {
    features.read(from + n);
    let b = lean;
    let s = lean;
    for (let f = 0; f < features.count; f++) {
      const at = (features.buckets[f] ?? 0) * 2;
      b += weights[at] ?? 0;
      s += weights[at + 1] ?? 0;
    }
    begin[n] = b;
    inside[n] = s;
    if (b > -1) hopeful = true;
  }
  if (!hopeful) return;
  // Best score with the place outside, first or inside; where the name began that it ends.
  const back = new Uint8Array(size * 3);
  let out = 0;
  let first = -Infinity;
  let within = -Infinity;
  for (let n = 0; n < size; n++) {
    const best = n === 0 ? OUTSIDE : within > first && within > out ? INSIDE : first > out ? BEGIN : OUTSIDE;
    const top = n === 0 ? 0 : Math.max(out, first, within);
    const inner = n === 0 ? -Infinity : Math.max(first, within);
    back[n * 3] = best;
    back[n * 3 + 1] = OUTSIDE;
    back[n * 3 + 2] = within > first ? INSIDE : BEGIN;
    const nextFirst = (n === 0 ? 0 : out) + (begin[n] ?? 0);
    within = inner + (inside[n] ?? 0);
    first = nextFirst;
    out = top;
  }
  let tag = within > first && within > out ? INSIDE : first > out ? BEGIN : OUTSIDE;
  let end = size;
  for (let n = size - 1; n >= 0; n--) {
    const before = back[n * 3 + tag] ?? OUTSIDE;
    if (tag === BEGIN) {
      let sum = begin[n] ?? 0;
      for (let m = n + 1; m < end; m++) sum += inside[m] ?? 0;
      names.push({ start: from + n, end: from + end, sureness: sum / (end - n) });
      end = n;
    } else if (tag === OUTSIDE) end = n;
    tag = before;
  }
}

const PRECISION = 32;

/** Weights as a string to keep in the repository: one signed byte each (square-root steps), base64. */
export function packNameWeights(weights: NameWeights): string {
  const bytes = Int8Array.from(
    weights,
    (value) => Math.sign(value) * Math.min(127, Math.round(Math.sqrt(Math.abs(value)) * PRECISION)),
  );
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The weights `packNameWeights` wrote. Throws on a string of another size. */
export function unpackNameWeights(packed: string): NameWeights {
  const buffer = Buffer.from(packed, 'base64');
  const weights = emptyNameWeights();
  if (buffer.length !== weights.length) throw new Error('name weights of another size');
  const bytes = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  for (let i = 0; i < weights.length; i++) {
    const b = bytes[i] ?? 0;
    weights[i] = (Math.sign(b) * b * b) / (PRECISION * PRECISION);
  }
  return weights;
}
