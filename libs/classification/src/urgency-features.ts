import { foldKana } from '@kotae/japanese';
import { finishHash, mixUnit } from './hashing';
import { CONCEPT_NAMES, findConcepts, type ConceptHit } from './urgency-words';
import type { SparseRow } from './vocabulary';

/** A stretch of the letter that is weighed as one: a sentence, or some neighbours together. */
export interface UrgencyWindow {
  readonly row: SparseRow;
  /** Which squeezed sentences it spans: first, and one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A sentence as the scorer sees it: without blanks, katakana as hiragana, with the way back. */
export interface SqueezedSentence {
  readonly text: string;
  /** Per unit of `text` its place in the normalised letter; one more at the end. */
  readonly offsets: Int32Array;
  readonly hits: readonly ConceptHit[];
  /** `text` with figures of speech blanked. */
  readonly plain: string;
  /** The grams of `plain`, as features. */
  readonly grams: readonly number[];
}

/** Features: each concept, each softener nearby, each pair of concepts in order, then the hashed grams. */
const CONCEPTS = CONCEPT_NAMES.length;
const NEAR = CONCEPTS;
const PAIRS = 2 * CONCEPTS;
const GRAMS = PAIRS + CONCEPTS * CONCEPTS;
const GRAM_BUCKETS = 1 << 16;
export const URGENCY_FEATURES = GRAMS + GRAM_BUCKETS;
/** Grams together weigh about as much as nine concepts: a concept speaks for words never seen. */
const GRAM_NORM = 3;
const FEWEST_GRAMS = 30;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const CONCEPT_VALUE = 1;
const PAIR_VALUE = 0.5;

/** Longer sentences are read in pieces. */
const LONGEST_SENTENCE = 160;
/** A letter's windows beyond these are not read: they bound the time a hostile text can take. */
const MOST_SENTENCES = 3000;
/** Sentences in a window. */
const SPANS: readonly number[] = [1, 2, 4];
/** Two concepts further apart than this are no pair. */
const PAIR_REACH = 45;
const SOFTENERS: ReadonlySet<number> = new Set(
  (['thanks', 'policy', 'past', 'elsewhere'] as const).map((name) => CONCEPT_NAMES.indexOf(name)),
);

/** The sentences of a normalised letter. */
export function squeezedSentences(letter: string): SqueezedSentence[] {
  const sentences: SqueezedSentence[] = [];
  const folded = foldKana(letter).toLowerCase();
  const text = folded.length === letter.length ? folded : letter;
  let units: string[] = [];
  let places: number[] = [];
  const close = (end: number): void => {
    if (units.length > 0) {
      const squeezed = units.join('');
      const { hits, harmless } = findConcepts(squeezed);
      let plain = squeezed;
      for (const { start, end: to } of harmless)
        plain = plain.slice(0, start) + '_'.repeat(to - start) + plain.slice(to);
      sentences.push({
        text: squeezed,
        offsets: Int32Array.from([...places, end]),
        hits,
        plain,
        grams: gramsOf(plain),
      });
    }
    units = [];
    places = [];
  };
  for (let i = 0; i < text.length && sentences.length < MOST_SENTENCES; i++) {
    const unit = text.charAt(i);
    if (unit === ' ' || unit === '　') continue;
    if (unit !== '\n') {
      units.push(unit);
      places.push(i);
    }
    if (units.length >= LONGEST_SENTENCE || '。！？!?\n'.includes(unit)) close(i + 1);
  }
  close(text.length);
  return sentences;
}

/** All windows of a letter with their features. */
export function urgencyWindows(sentences: readonly SqueezedSentence[]): UrgencyWindow[] {
  const windows: UrgencyWindow[] = [];
  for (const span of SPANS) {
    if (span > 1 && sentences.length === 1) break;
    for (let from = 0; from < sentences.length; from += span > 2 ? 2 : 1) {
      const to = Math.min(sentences.length, from + span);
      if (span > 1 && to - from <= span / 2) continue;
      windows.push({ row: rowOf(sentences, from, to), from, to });
    }
  }
  return windows;
}

/** The feature of two concepts near each other, in this order. A concept's own feature is its number. */
export function pairFeature(first: number, second: number): number {
  return PAIRS + first * CONCEPTS + second;
}

/** Features of one window, gathered without repeats; the marks are cleared by counting on. */
class Gathering {
  private readonly marks = new Uint32Array(URGENCY_FEATURES);
  private mark = 0;
  private readonly kept: number[] = [];

  begin(): void {
    this.mark = (this.mark + 1) >>> 0;
    if (this.mark === 0) this.marks.fill(this.mark++);
    this.kept.length = 0;
  }

  add(feature: number): void {
    if (this.marks[feature] === this.mark) return;
    this.marks[feature] = this.mark;
    this.kept.push(feature);
  }

  row(): SparseRow {
    const { kept } = this;
    const index = Int32Array.from(kept);
    const value = new Float32Array(kept.length);
    let grams = 0;
    for (const feature of kept) if (feature >= GRAMS) grams++;
    const gramValue = GRAM_NORM / Math.sqrt(Math.max(FEWEST_GRAMS, grams));
    for (let i = 0; i < kept.length; i++)
      value[i] = kept[i]! >= GRAMS ? gramValue : kept[i]! < PAIRS ? CONCEPT_VALUE : PAIR_VALUE;
    return { index, value };
  }
}

const gathering = new Gathering();

function rowOf(sentences: readonly SqueezedSentence[], from: number, to: number): SparseRow {
  gathering.begin();
  let base = 0;
  let earlier: { concept: number; end: number }[] = [];
  for (let s = from; s < to; s++) {
    const { plain, hits, grams } = sentences[s]!;
    for (const gram of grams) gathering.add(gram);
    for (const { concept, start, end } of hits) {
      gathering.add(concept);
      earlier = earlier.filter((other) => base + start - other.end <= PAIR_REACH);
      for (const other of earlier) if (other.concept !== concept) gathering.add(pairFeature(other.concept, concept));
      if (!earlier.some((other) => other.concept === concept && other.end === base + end))
        earlier.push({ concept, end: base + end });
    }
    base += plain.length;
  }
  for (const near of [sentences[from - 1], sentences[to], sentences[to + 1]])
    for (const { concept } of near?.hits ?? []) if (SOFTENERS.has(concept)) gathering.add(NEAR + concept);
  return gathering.row();
}

/** Grams of two to four units, and single Chinese characters; none across a figure of speech. */
function gramsOf(text: string): number[] {
  const grams: number[] = [];
  for (let i = 0; i < text.length; i++) {
    let hash = 0x811c9dc5;
    for (let n = 0; n < 4 && i + n < text.length; n++) {
      const unit = text.charCodeAt(i + n);
      if (unit === 0x5f) break;
      hash = mixUnit(hash, unit);
      if (n > 0 || (unit >= FIRST_HAN && unit <= LAST_HAN)) grams.push(GRAMS + (finishHash(hash) & (GRAM_BUCKETS - 1)));
    }
  }
  return grams;
}
