/** Items of a text with one on each line; blank lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Words of a text, divided by blanks, commas or lines; each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s、，,]+/u).filter((word) => word !== ''))];
}

/** A list with one item moved by a step; the list itself when it is at its end. */
export function moved<T>(items: readonly T[], index: number, step: -1 | 1): readonly T[] {
  const target = index + step;
  const item = items[index];
  if (item === undefined || target < 0 || target >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(target, 0, item);
}
