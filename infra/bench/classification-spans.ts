import { splitOpinions, trainSplitter, type LabelledLetter, type MarkedLetter } from '@kotae/classification';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Intersection over union of two spans, 0…1. */
export function overlap(a: Span, b: Span): number {
  const inside = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return inside <= 0 ? 0 : inside / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Where exact parts of a text stand; a part written twice is placed twice, one that is not there is left out. */
export function placed(body: string, parts: readonly string[]): (Span & { text: string })[] {
  const next = new Map<string, number>();
  return parts.flatMap((text) => {
    const start = body.indexOf(text, next.get(text) ?? 0);
    if (start < 0 || text === '') return [];
    next.set(text, start + text.length);
    return [{ start, end: start + text.length, text }];
  });
}

function marked(letter: LabelledLetter): MarkedLetter {
  const opinions = placed(
    letter.body,
    letter.opinions.map((opinion) => opinion.text),
  ).sort((a, b) => a.start - b.start);
  return { body: letter.body, opinions };
}

const FOLDS = 5;

export interface SplittingFigures {
  /** Share of letters with the right number of opinions. */
  readonly count: number;
  /** Mean best overlap (intersection over union) per labelled opinion. */
  readonly iou: number;
}

/** How the splitter divides letters it has not learnt from. */
export function splittingFigures(
  letters: readonly LabelledLetter[],
  split: (letter: LabelledLetter) => readonly Span[],
): SplittingFigures {
  let rightCount = 0;
  let opinions = 0;
  let overlaps = 0;
  for (const letter of letters) {
    const wanted = marked(letter).opinions;
    const found = split(letter);
    if (found.length === wanted.length) rightCount += 1;
    for (const span of wanted) {
      opinions += 1;
      overlaps += Math.max(0, ...found.map((other) => overlap(span, other)));
    }
  }
  return { count: rightCount / Math.max(1, letters.length), iou: overlaps / Math.max(1, opinions) };
}

/** Splitting, cross-validated: every letter is divided by weights that have not seen it. */
export function crossValidatedSplitting(
  given: readonly LabelledLetter[],
  extra: readonly LabelledLetter[],
  groupOf: (letter: LabelledLetter) => string,
): SplittingFigures {
  const groups = [...new Set(given.map(groupOf))];
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const learnable = (letters: readonly LabelledLetter[]): MarkedLetter[] =>
    letters
      .filter((letter) => letter.splitting !== false)
      .map(marked)
      .filter((letter) => letter.opinions.length > 0);
  const found = new Map<LabelledLetter, readonly Span[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = given.filter((letter) => foldOf.get(groupOf(letter)) !== fold);
    const weights = trainSplitter(learnable([...rest, ...extra]));
    for (const letter of given)
      if (foldOf.get(groupOf(letter)) === fold) found.set(letter, splitOpinions(letter.body, weights));
  }
  return splittingFigures(given, (letter) => found.get(letter) ?? []);
}
