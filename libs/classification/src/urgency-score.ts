import { normalise } from '@kotae/japanese';
import type { UrgencyKind } from '@kotae/kernel';
import { squeezedSentences, urgencyWindows, type SqueezedSentence, type UrgencyWindow } from './urgency-features';
import { URGENCY_LABELS, urgencyOdds, type UrgencyWeights } from './urgency-model';

/**
 * From this score on a letter is shown as urgent. Chosen together with `LENGTH_COST` on texts by authors the model had
 * not read (`train-urgency --check`): the lowest at which false alarms stay below 4 % among ordinary letters of every
 * length. A net is to miss little, but one that cries at every long letter is not looked at.
 */
export const URGENT_FROM = -1.45;

/** A long letter has more windows that may sound urgent by chance: what each e-fold of its sentences costs. */
const LENGTH_COST = 0.8;

/** The window of a letter that speaks loudest. */
export interface LoudestWindow {
  /** Log-odds that something is urgent, less what the letter's length explains. */
  readonly score: number;
  readonly kind: UrgencyKind;
  readonly window: UrgencyWindow;
  readonly sentences: readonly SqueezedSentence[];
  /** The letter the sentences' offsets point into. */
  readonly letter: string;
}

/** The loudest window of a text; `null` when there is nothing to read. */
export function loudestWindow(weights: UrgencyWeights, text: string): LoudestWindow | null {
  const letter = normalise(text);
  const sentences = squeezedSentences(letter);
  let best: UrgencyWindow | null = null;
  let calmest = 2;
  let kind: UrgencyKind = 'danger';
  for (const window of urgencyWindows(sentences)) {
    const odds = urgencyOdds(weights, window.row);
    if (odds[0]! >= calmest) continue;
    calmest = odds[0]!;
    best = window;
    let top = 1;
    for (let c = 2; c < odds.length; c++) if (odds[c]! > odds[top]!) top = c;
    kind = URGENCY_LABELS[top] ?? 'danger';
  }
  if (best === null) return null;
  const calm = Math.min(1 - 1e-9, Math.max(1e-9, calmest));
  const score = Math.log((1 - calm) / calm) - LENGTH_COST * Math.log(sentences.length);
  return { score, kind, window: best, sentences, letter };
}
