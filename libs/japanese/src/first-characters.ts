/** For each UTF-16 unit the length of the longest word of a list that begins with it; 0 where none does. */
export type LongestByFirst = Uint8Array;

/** Most places in a letter begin no word of a list: this says so without cutting words out and looking them up. */
export function longestByFirst(words: Iterable<string>): LongestByFirst {
  const longest = new Uint8Array(1 << 16);
  for (const word of words) {
    const first = word.charCodeAt(0);
    if (word.length > (longest[first] ?? 0)) longest[first] = Math.min(255, word.length);
  }
  return longest;
}
