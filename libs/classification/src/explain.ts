import { forEachGram, SEEDS } from './feature-block';
import { readyHead, type Head } from './model';
import { foldText, type OpinionView } from './opinion-view';
import { phrasesOf, type Phrase } from './phrases';
import type { SparseRow } from './vocabulary';

/** Words are looked for in this much of an opinion. */
const MAX_LENGTH = 400;
const MOST_REASONS = 5;

/** What is to be explained: the label a head suggests for an opinion. */
export interface ToExplain {
  readonly head: Head;
  readonly label: string;
  readonly row: SparseRow;
  readonly view: OpinionView;
  readonly kind: 'class' | 'topic';
  /** What a folded word is worth apart from the features (topic keywords). */
  readonly bonus?: (folded: string) => number;
}

/** The phrases of an opinion that may be shown as reasons. */
export function explainable(original: string): Phrase[] {
  const text =
    original.length <= MAX_LENGTH
      ? original
      : original.slice(0, MAX_LENGTH / 2) + '\n' + original.slice(-MAX_LENGTH / 2);
  return phrasesOf(text);
}

/** The words of the opinion that spoke most for a label against the others, strongest first, as they stand in the text. */
export function reasonsFor({ head, label, row, view, kind, bonus }: ToExplain, phrases: readonly Phrase[]): string[] {
  const at = head.labels.indexOf(label);
  const values = new Map<number, number>();
  for (let i = 0; i < row.index.length; i++) values.set(row.index[i]!, row.value[i]!);
  const { vocabulary, weights, classes } = readyHead(head);
  const worth = (key: number): number => {
    if (at < 0) return 0;
    const feature = vocabulary.find(key);
    if (feature < 0) return 0;
    const x = values.get(feature);
    if (x === undefined) return 0;
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += weights[feature * classes + c]!;
    const own = weights[feature * classes + at]!;
    return x * (own - (sum - own) / Math.max(1, classes - 1));
  };
  const found = new Map<string, number>();
  for (const phrase of phrases) {
    const word = kind === 'class' ? phrase.whole : phrase.stem;
    if (word.length < 2 || found.has(word)) continue;
    const folded = foldText(word);
    let score = bonus?.(folded) ?? 0;
    const add = (key: number): void => {
      score += worth(key);
    };
    forEachGram(folded, SEEDS.text, 1, 4, add);
    if (kind === 'class' && view.request.includes(folded)) forEachGram(folded, SEEDS.request, 1, 5, add);
    found.set(word, score);
  }
  return [...found]
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
    .reduce<string[]>((kept, [word]) => {
      if (kept.length < MOST_REASONS && !kept.some((other) => other.includes(word) || word.includes(other)))
        kept.push(word);
      return kept;
    }, []);
}
