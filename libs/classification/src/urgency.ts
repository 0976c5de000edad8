import type { UrgencyKind } from '@kotae/kernel';
import { pairFeature } from './urgency-features';
import { unpackUrgencyWeights, URGENCY_LABELS } from './urgency-model';
import { loudestWindow, URGENT_FROM, type LoudestWindow } from './urgency-score';
import { URGENCY_WEIGHTS } from './urgency-weights';

/** Why a submission is shown at the top: the kind and the words of the text that say so (at most five). */
export interface Urgency {
  readonly kind: UrgencyKind;
  readonly reasons: string[];
}

const WEIGHTS = unpackUrgencyWeights(URGENCY_WEIGHTS);
const MOST_REASONS = 5;
const LONGEST_REASON = 30;

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
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

/** The words whose concepts, alone and with the others, weighed most for the kind; else the sentence's beginning. */
function reasonsOf({ kind, window, sentences, letter }: LoudestWindow): string[] {
  const label = URGENCY_LABELS.indexOf(kind);
  const forKind = (feature: number): number =>
    WEIGHTS[feature * URGENCY_LABELS.length + label]! - WEIGHTS[feature * URGENCY_LABELS.length]!;
  const present = new Set<number>(window.row.index);
  const said: Said[] = [];
  for (const sentence of sentences.slice(window.from, window.to)) {
    for (const { concept, start, end } of sentence.hits) {
      let worth = forKind(concept);
      for (const other of sentence.hits)
        for (const pair of [pairFeature(concept, other.concept), pairFeature(other.concept, concept)])
          if (present.has(pair)) worth += forKind(pair) / 8;
      said.push({ start: sentence.offsets[start]!, end: sentence.offsets[end - 1]! + 1, worth });
    }
  }
  said.sort((a, b) => b.worth - a.worth || b.end - b.start - (a.end - a.start));
  const chosen: Said[] = [];
  for (const one of said) {
    if (one.worth <= 0 || chosen.length >= MOST_REASONS) break;
    if (chosen.every(({ start, end }) => one.end <= start || one.start >= end)) chosen.push(one);
  }
  const reasons = [...new Set(chosen.map(({ start, end }) => letter.slice(start, end)))];
  if (reasons.length > 0) return reasons;
  const from = sentences[window.from]!.offsets[0]!;
  return [letter.slice(from, from + LONGEST_REASON).trim()];
}
