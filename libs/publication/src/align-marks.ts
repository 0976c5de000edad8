/** One piece of a text: a mask with its own sign, or the words up to a mask or the end of a clause. */
export interface Piece {
  readonly mark: boolean;
  readonly text: string;
}

export interface SharedMarks {
  /** Masks of the first text that still stand in the second; both by their place among the masks alone. */
  readonly pairs: readonly (readonly [before: number, after: number])[];
  /** Masks of the second text where nobody can say whether they are shared. */
  readonly unsure: number;
}

/** Words that stand in both texts hold the order; a mask by itself hardly does. */
const OF_A_MARK = 1;

/** Where so much of two texts differs, nobody can say what became of what: products of pieces, four bytes each. */
export const MOST_CELLS = 2_000_000;

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
    pieces.push({ mark: true, text: match[0] });
    at = match.index + match[0].length;
  }
  words(text.length);
  return pieces;
}

/**
 * Which masks of the first text still stand in the second, by their order among the words that both have: the heaviest common
 * subsequence. What both begin and end with costs nothing; of what differs between, the product of the pieces, up to
 * `mostCells`. Beyond that no mask there is shared, and those of the second text are unsure.
 */
export function sharedMarks(before: readonly Piece[], after: readonly Piece[], mostCells = MOST_CELLS): SharedMarks {
  const { a, b } = numbered(before, after);
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;

  const pairs: [number, number][] = [];
  for (let i = 0; i < head; i++) pairs.push([i, i]);
  const [middleA, middleB] = [a.subarray(head, a.length - tail), b.subarray(head, b.length - tail)];
  const compared = (middleA.length + 1) * (middleB.length + 1) <= mostCells;
  if (compared) {
    const weights = before
      .slice(head, before.length - tail)
      .map(({ mark, text }) => (mark ? OF_A_MARK : 1 + text.length));
    for (const [i, j] of heaviestCommon(middleA, middleB, weights)) pairs.push([head + i, head + j]);
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);

  const [marksBefore, marksAfter] = [placesOfMarks(before), placesOfMarks(after)];
  return {
    pairs: pairs.flatMap(([i, j]) => (before[i]!.mark ? [[marksBefore[i]!, marksAfter[j]!] as const] : [])),
    unsure: compared ? 0 : middleB.filter((number) => number === OF_MARKS).length,
  };
}

const OF_MARKS = 0;

/** Equal pieces as equal numbers; one mask is as good as another. */
function numbered(before: readonly Piece[], after: readonly Piece[]): { a: Int32Array; b: Int32Array } {
  const numbers = new Map<string, number>();
  const numberOf = ({ mark, text }: Piece): number => {
    if (mark) return OF_MARKS;
    const known = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, known);
    return known;
  };
  return { a: Int32Array.from(before, numberOf), b: Int32Array.from(after, numberOf) };
}

/** Pairs of places of equal numbers, in order, that weigh most together. */
function heaviestCommon(a: Int32Array, b: Int32Array, weights: readonly number[]): [number, number][] {
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const [piece, weight, row] = [a[i]!, weights[i]!, i * width];
    for (let j = b.length - 1, at = row + j; j >= 0; j--, at--) {
      const [under, right] = [best[at + width]!, best[at + 1]!];
      const skip = under > right ? under : right;
      const take = piece === b[j] ? best[at + width + 1]! + weight : 0;
      best[at] = take > skip ? take : skip;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const here = best[i * width + j]!;
    if (a[i] === b[j] && here === best[(i + 1) * width + j + 1]! + weights[i]!) pairs.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** For every piece, how many masks stand before it. */
function placesOfMarks(pieces: readonly Piece[]): number[] {
  let marks = 0;
  return pieces.map(({ mark }) => (mark ? marks++ : marks));
}
