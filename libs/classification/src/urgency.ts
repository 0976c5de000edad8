import type { UrgencyKind } from '@kotae/kernel';
import { pairFeature, type SqueezedSentence } from './urgency-features';
import { unpackUrgencyWeights, URGENCY_LABELS } from './urgency-model';
import { loudestWindow, URGENT_FROM, type LoudestWindow } from './urgency-score';
import { URGENCY_WEIGHTS } from './urgency-weights';
import { CONCEPT_NAMES } from './urgency-words';

/** Why a submission is shown at the top: the kind and the words of the text that say so (at most five). */
export interface Urgency {
  readonly kind: UrgencyKind;
  readonly reasons: string[];
}

const WEIGHTS = unpackUrgencyWeights(URGENCY_WEIGHTS);
const MOST_REASONS = 5;
const LONGEST_REASON = 30;
/** A single word shorter than this says little by itself. */
const SHORT_REASON = 5;
/** What a word must speak for the kind to be shown: in itself, and as a share of what the weightiest speaks. */
const LEAST_WORTH = 0.5;
const LEAST_SHARE = 0.3;
/** A reason is not drawn out further than this to the end of its words. */
const LONGEST_TAIL = 6;
const HIRAGANA = /[ぁ-ゖ]/;
const SCRIPTS = [/[一-鿿々]/, /[ァ-ヺー]/];
/** Concepts that say who, where, when or in what tone: they help the model but give a reader no reason. */
const SETTING_NAMES = [
  'child',
  'elder',
  'partner',
  'parent',
  'staff_abuser',
  'neighbour',
  'witness_role',
  'body',
  'object',
  'aside',
  'target',
  'slope',
  'wire',
  'bridge',
  'structure',
  'exposed',
  'now',
  'help',
  'caller',
  'thanks',
  'policy',
  'past',
  'elsewhere',
  'ordinary',
] as const;
const SETTING: ReadonlySet<number> = new Set(SETTING_NAMES.map((name) => CONCEPT_NAMES.indexOf(name)));

/**
 * Hints at suicide or self-harm, abuse, a threat or immediate danger to life; `null` when there are none.
 * Recall before precision: a safety net that a person looks through, never the only one.
 * Reasons are words of the text, full width and blanks folded.
 */
export function findUrgency(text: string): Urgency | null {
  const loudest = loudestWindow(WEIGHTS, text);
  if (loudest === null || loudest.score < URGENT_FROM) return null;
  return { kind: loudest.kind, reasons: reasonsOf(loudest) };
}

interface Said {
  /** Squeezed sentence the word stands in. */
  readonly sentence: SqueezedSentence;
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

/** What a feature speaks for the kind and against "nothing urgent". */
function worthOf(feature: number, label: number): number {
  return WEIGHTS[feature * URGENCY_LABELS.length + label]! - WEIGHTS[feature * URGENCY_LABELS.length]!;
}

/**
 * The words that carry the alarm, weightiest first: alone and with the others they spoke most for the kind. Who and
 * where is no reason alone. A word that says little by itself is given with its clause; without any, the clause that
 * sounds most urgent.
 */
function reasonsOf({ kind, window, sentences, letter }: LoudestWindow): string[] {
  const label = URGENCY_LABELS.indexOf(kind);
  const present = new Set<number>(window.row.index);
  const read = sentences.slice(window.from, window.to);
  const said: Said[] = [];
  for (const sentence of read) {
    for (const { concept, start, end } of sentence.hits) {
      if (SETTING.has(concept)) continue;
      let worth = worthOf(concept, label);
      for (const other of sentence.hits)
        for (const pair of [pairFeature(concept, other.concept), pairFeature(other.concept, concept)])
          if (present.has(pair)) worth += worthOf(pair, label) / 8;
      said.push({ sentence, start, end, worth });
    }
  }
  said.sort((a, b) => b.worth - a.worth || b.end - b.start - (a.end - a.start));
  const chosen: Said[] = [];
  const least = Math.max(LEAST_WORTH, LEAST_SHARE * (said[0]?.worth ?? 0));
  for (const part of said) {
    if (part.worth < least || chosen.length >= MOST_REASONS) break;
    const one = { ...part, ...wholeWords(letter, part) };
    if (chosen.every((other) => other.sentence !== one.sentence || one.end <= other.start || one.start >= other.end))
      chosen.push(one);
  }
  const only = chosen.length === 1 ? chosen[0] : undefined;
  if (only !== undefined && only.end - only.start < SHORT_REASON)
    return [clauseAround(letter, only.sentence, only.start, only.end)];
  if (chosen.length > 0)
    return [...new Set(chosen.map(({ sentence, start, end }) => original(letter, sentence, start, end)))];
  const loudness = (sentence: SqueezedSentence): number =>
    [...sentence.grams, ...sentence.hits.map(({ concept }) => concept)].reduce(
      (sum, feature) => sum + worthOf(feature, label),
      0,
    );
  const loudest = read.reduce((best, one) => (loudness(one) > loudness(best) ? one : best));
  return [original(letter, loudest, 0, Math.min(loudest.text.length, LONGEST_REASON))];
}

/**
 * A found word with the rest of the words it is a part of: Chinese characters and katakana to both sides, those before
 * an ending in hiragana, and the hiragana that follow when they end soon. Never across a blank of the letter.
 */
function wholeWords(letter: string, { sentence, start, end }: Said): { start: number; end: number } {
  const { offsets, text } = sentence;
  const joined = (at: number): boolean => at > 0 && at < text.length && offsets[at]! - offsets[at - 1]! === 1;
  const scriptOf = (at: number): RegExp | undefined =>
    SCRIPTS.find((script) => script.test(letter.charAt(offsets[at]!)));
  const isHiragana = (at: number): boolean => HIRAGANA.test(letter.charAt(offsets[at]!));
  let from = start;
  if (isHiragana(from) && joined(from) && scriptOf(from - 1) !== undefined) from--;
  while (
    joined(from) &&
    scriptOf(from) !== undefined &&
    scriptOf(from - 1) === scriptOf(from) &&
    start - from < LONGEST_TAIL
  )
    from--;
  let to = end;
  while (joined(to) && scriptOf(to) !== undefined && scriptOf(to - 1) === scriptOf(to) && to - end < LONGEST_TAIL) to++;
  let tail = to;
  while (joined(tail) && isHiragana(tail)) tail++;
  return { start: from, end: tail - to <= LONGEST_TAIL ? tail : to };
}

/** The clause between commas that holds a word, at most `LONGEST_REASON` units of it. */
function clauseAround(letter: string, sentence: SqueezedSentence, start: number, end: number): string {
  const before = sentence.text.lastIndexOf('、', start) + 1;
  const comma = sentence.text.indexOf('、', end);
  const from = Math.max(before, end - LONGEST_REASON);
  const to = Math.min(comma < 0 ? sentence.text.length : comma, from + LONGEST_REASON);
  return original(letter, sentence, from, to);
}

/** A stretch of a squeezed sentence as it stands in the letter. */
function original(letter: string, { offsets }: SqueezedSentence, start: number, end: number): string {
  return letter.slice(offsets[start]!, offsets[end - 1]! + 1).trim();
}
