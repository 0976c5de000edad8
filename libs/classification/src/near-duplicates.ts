import { foldKana, kanjiDigitsToAscii, normalise } from '@kotae/japanese';

/** Number of hash functions; `BANDS` × `ROWS`. */
const BANDS = 32;
const ROWS = 2;
const HASHES = BANDS * ROWS;

/** Two texts at or above this similarity are one campaign. */
export const NEAR_DUPLICATE_THRESHOLD = 0.44;

/** Texts shorter than this (folded characters) are compared for equality only: 「ありがとう」 is no campaign. */
const SHORTEST = 16;

/** 1 would ask only that the shorter text stands in the longer one; a little of the longer one's length counts too. */
const SHORTER_WEIGHT = 0.8;

/** A text with fewer grams is too common to be found inside long ones: both lengths count alike. */
const FEW_GRAMS = 24;

/** Only the beginning of a very long text is compared. */
const LONGEST = 4000;

/**
 * Finds campaign letters: the same text with small edits and additions.
 * `signature` gives keys for a database index (`int[]`, overlap operator): two near-duplicates share at least one key
 * with high probability; `similarity` then decides.
 */
export class NearDuplicates {
  /** MinHash band keys, signed 32-bit integers, at most 32; none for a text without letters. */
  signature(text: string): number[] {
    return bandKeys(gramsOf(text));
  }

  /** 0 … 1: how much of the shorter text stands in the longer. Symmetric; 1 for equal texts. */
  similarity(a: string, b: string): number {
    return overlap(gramsOf(a), gramsOf(b));
  }

  /** `similarity` of one text to others: its own half is worked out once. */
  similarityTo(text: string): (other: string) => number {
    const grams = gramsOf(text);
    return (other) => overlap(grams, gramsOf(other));
  }
}

/**
 * Groups of two or more near-duplicates among the items, by id, in the order of the items.
 * Each item is in one group at most.
 */
export function groupNearDuplicates(items: readonly { id: string; text: string }[]): string[][] {
  const grams = items.map((item) => gramsOf(item.text));
  const parent = items.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  const buckets = new Map<number, number[]>();
  grams.forEach((set, i) => {
    const seen = new Set<number>();
    for (const key of bandKeys(set)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        buckets.set(key, [i]);
        continue;
      }
      for (const j of bucket) {
        if (seen.has(j) || rootOf(i) === rootOf(j)) continue;
        seen.add(j);
        if (overlap(set, grams[j] ?? EMPTY) >= NEAR_DUPLICATE_THRESHOLD) parent[rootOf(i)] = rootOf(j);
      }
      bucket.push(i);
    }
  });
  const groups = new Map<number, string[]>();
  items.forEach((item, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [item.id]);
    else group.push(item.id);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

const EMPTY: ReadonlySet<number> = new Set();

function gramsOf(text: string): Set<number> {
  const folded = kanjiDigitsToAscii(foldKana(normalise(text.slice(0, LONGEST))))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/下さい/g, 'ください')
    .replace(/致し/g, 'いたし')
    .replace(/(?:頂|戴)(?=[きくけいか])/g, 'いただ')
    .replace(/欲し/g, 'ほし')
    .replace(/私(?:たち|達|ども)?|わたし(?:たち|ども)?|わたくし(?:ども)?/g, '私');
  const grams = new Set<number>();
  if (folded.length === 0) return grams;
  if (folded.length < SHORTEST) {
    grams.add(hash(folded));
    return grams;
  }
  for (let i = 0; i + 3 <= folded.length; i++) grams.add(hash(folded.slice(i, i + 3)));
  return grams;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const gram of small) if (large.has(gram)) common += 1;
  const weight = small.size < FEW_GRAMS ? 0.5 : SHORTER_WEIGHT;
  return Math.round(Math.min(1, common / (small.size ** weight * large.size ** (1 - weight))) * 1e9) / 1e9;
}

function bandKeys(grams: ReadonlySet<number>): number[] {
  if (grams.size === 0) return [];
  const minima = new Int32Array(HASHES).fill(0x7fffffff);
  for (const gram of grams) {
    for (let k = 0; k < HASHES; k++) {
      const value = mix(gram ^ Math.imul(k + 1, 0x9e3779b1)) & 0x7fffffff;
      if (value < (minima[k] ?? 0)) minima[k] = value;
    }
  }
  const keys = new Set<number>();
  for (let band = 0; band < BANDS; band++) {
    keys.add(mix(mix((minima[band * 2] ?? 0) + band) ^ (minima[band * 2 + 1] ?? 0)) | 0);
  }
  return [...keys];
}

function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}
