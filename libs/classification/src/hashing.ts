// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { imul } = Math;

/** 32-bit FNV-1a step: mixes one UTF-16 unit into a running hash. */
export function mixUnit(hash: number, unit: number): number {
  return imul(hash ^ unit, 0x01000193);
}

/** Spreads the bits of a running hash (murmur3 finaliser); the result is an unsigned 32-bit integer, never 0. */
export function finishHash(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0 || 1;
}

/** Stable hash of a string, unsigned 32-bit, never 0. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = mixUnit(h, text.charCodeAt(i));
  return finishHash(h);
}
