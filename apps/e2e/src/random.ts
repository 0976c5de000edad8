/** Random numbers that a seed repeats (mulberry32). */
export interface Random {
  readonly seed: number;
  between(low: number, high: number): number;
  shuffled<T>(things: readonly T[]): T[];
}

/** The seed comes from KOTAE_SEED, so that a run that failed can be made again. */
export function seededRandom(): Random {
  const seed = Number(process.env['KOTAE_SEED'] ?? Date.now() % 1_000_000);
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    seed,
    between: (low, high) => low + next() * (high - low),
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ thing }) => thing),
  };
}
