/** One piece of a text: a mask, or the words up to a mask or the end of a clause. */
export interface Piece {
  readonly mark: boolean;
  readonly text: string;
}

/** Words that stand in both texts hold the order; a mask by itself hardly does. */
const OF_A_MARK = 1;

/** A text in pieces; `masks` are the signs that stand for something hidden. */
export function piecesOf(text: string, masks: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const words = (upTo: number) => {
    for (const [clause] of text.slice(at, upTo).matchAll(/[^。、，！？!?\n]+[。、，！？!?\n]*|[。、，！？!?\n]+/g)) {
      const bare = clause.replace(/\s+/g, '');
      if (bare !== '') pieces.push({ mark: false, text: bare });
    }
  };
  for (const match of text.matchAll(masks)) {
    words(match.index);
    pieces.push({ mark: true, text: '' });
    at = match.index + match[0].length;
  }
  words(text.length);
  return pieces;
}

/**
 * Which masks of the first text still stand in the second, by their order among the words that both have: the heaviest common
 * subsequence. Places are counted over the masks alone. Costs the product of the pieces; public texts have a few hundred.
 */
export function sharedMarks(before: readonly Piece[], after: readonly Piece[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const best = new Uint32Array((before.length + 1) * width);
  const same = (i: number, j: number) => before[i]!.mark === after[j]!.mark && before[i]!.text === after[j]!.text;
  const weight = (i: number) => (before[i]!.mark ? OF_A_MARK : 1 + before[i]!.text.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const take = same(i, j) ? best[(i + 1) * width + j + 1]! + weight(i) : 0;
      best[i * width + j] = Math.max(skip, take);
    }
  }
  const pairs: [number, number][] = [];
  let [markBefore, markAfter] = [0, 0];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const here = best[i * width + j]!;
    const taken = same(i, j) && here === best[(i + 1) * width + j + 1]! + weight(i);
    if (taken && before[i]!.mark) pairs.push([markBefore, markAfter]);
    const nextBefore = taken || here === best[(i + 1) * width + j]!;
    const nextAfter = taken || !nextBefore;
    if (nextBefore && before[i++]!.mark) markBefore += 1;
    if (nextAfter && after[j++]!.mark) markAfter += 1;
  }
  return pairs;
}
