import { normalise } from '@kotae/japanese';
import type { UrgencyKind } from '@kotae/kernel';
import { FIGURES_OF_SPEECH, GENERAL_TALK, PAST_TALK, URGENCY_SIGNS } from './urgency-signs';

/** Why a submission is shown at the top: the kind and the words of the text that say so (at most five). */
export interface Urgency {
  readonly kind: UrgencyKind;
  readonly reasons: string[];
}

/** Signs must weigh this much together before somebody is called. */
const ENOUGH = 3;
/** What a sign is worth in a sentence on policy or on the past. */
const DAMPED = 0.4;
const LONGEST_REASON = 30;
/** A sentence longer than this is read in pieces, so that no sign reaches across a page. */
const LONGEST_SENTENCE = 300;
const KINDS: readonly UrgencyKind[] = ['self_harm', 'abuse', 'threat', 'danger'];

/**
 * Signs of suicide or self-harm, abuse, a threat or immediate danger to life; `null` when there are none.
 * Recall before precision: a safety net that a person looks through, never the only one.
 */
export function findUrgency(text: string): Urgency | null {
  const scores = new Map<UrgencyKind, { score: number; reasons: Map<string, number> }>();
  for (const sentence of sentencesOf(normalise(text))) {
    const plain = sentence.replace(FIGURES_OF_SPEECH, (found) => '＿'.repeat(found.length));
    const factor = (GENERAL_TALK.test(plain) ? DAMPED : 1) * (PAST_TALK.test(plain) ? DAMPED : 1);
    for (const { kind, weight, pattern } of URGENCY_SIGNS) {
      for (const match of plain.matchAll(pattern)) {
        const words = match[0].slice(0, LONGEST_REASON).replace(/＿+/g, '…');
        const entry = scores.get(kind) ?? { score: 0, reasons: new Map<string, number>() };
        if (!entry.reasons.has(words)) entry.score += weight * factor;
        entry.reasons.set(words, Math.max(weight * factor, entry.reasons.get(words) ?? 0));
        scores.set(kind, entry);
      }
    }
  }
  let best: Urgency | null = null;
  let bestScore = 0;
  for (const kind of KINDS) {
    const entry = scores.get(kind);
    if (entry === undefined || entry.score < ENOUGH || entry.score <= bestScore) continue;
    if (Math.max(...entry.reasons.values()) < 2) continue;
    const reasons = [...entry.reasons].sort((a, b) => b[1] - a[1]).map(([words]) => words);
    best = { kind, reasons: reasons.slice(0, 5) };
    bestScore = entry.score;
  }
  return best;
}

/** Pairs of neighbouring sentences would blur the damping; signs that need two sentences find them joined by 、. */
function* sentencesOf(text: string): Generator<string> {
  for (const sentence of text.split(/(?<=[。！？!?\n])/)) {
    for (let i = 0; i < sentence.length; i += LONGEST_SENTENCE) yield sentence.slice(i, i + LONGEST_SENTENCE);
  }
}
