import type { UrgencyKind } from '@kotae/kernel';

/** Why a submission is shown at the top: the kind and the words of the text that say so. */
export interface Urgency {
  readonly kind: UrgencyKind;
  readonly reasons: string[];
}

const SIGNS: readonly (readonly [UrgencyKind, RegExp])[] = [
  ['self_harm', /死にたい|消えたい|もういないかも|最後の手紙|楽になれる|いなくなったほうが|自殺し/g],
  ['threat', /刃物|殺す|殺して|顔は覚え|夜道|無事に帰れ|火をつけ/g],
  ['abuse', /首を(?:しめ|絞め)|くびを|あざ|頬が腫れ|裸足で出され|結んでしま|泣き叫/g],
  ['danger', /助からない|動かない|寝たきり|落ち始め|床上まで|火花/g],
];

/** Signs of suicide or self-harm, abuse, a threat or immediate danger to life; `null` when there are none. */
export function findUrgency(text: string): Urgency | null {
  for (const [kind, signs] of SIGNS) {
    const reasons = [...new Set(text.match(signs) ?? [])];
    if (reasons.length > 0) return { kind, reasons: reasons.slice(0, 5) };
  }
  return null;
}
