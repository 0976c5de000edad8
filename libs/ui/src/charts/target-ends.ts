import type { TargetPosition } from './target-position';

export type Anchor = 'start' | 'middle' | 'end';

/** The bar is never narrower than this in px: a phone's column, and the bar's own column beside the name. */
const NARROWEST = 256;
const GAP = 12;
const EM = 14;

/** To which side the words at the bar's ends run: towards each other, or apart where the ends are close. */
export function endAnchors({ baseline, target }: TargetPosition): { baseline: Anchor; target: Anchor } {
  const close = target - baseline < 40;
  return {
    baseline: close && baseline >= 15 ? 'end' : 'start',
    target: close && target <= 85 ? 'start' : 'end',
  };
}

/** Whether the words of both ends have room beside each other on the narrowest bar. `words` are the lines of one end. */
export function endsFit(
  at: TargetPosition,
  words: { baseline: readonly string[]; target: readonly string[] },
): boolean {
  const anchors = endAnchors(at);
  const reach = (end: 'baseline' | 'target') => {
    const x = (at[end] / 100) * NARROWEST;
    const width = Math.max(0, ...words[end].map(widthOf));
    return anchors[end] === 'start' ? [x, x + width] : [x - width, x];
  };
  const [[left = 0, leftEnd = 0], [right = 0, rightEnd = 0]] = [reach('baseline'), reach('target')];
  return left >= 0 && rightEnd <= NARROWEST && (leftEnd + GAP <= right || rightEnd + GAP <= left);
}

/** Japanese characters are an em wide, Latin letters and digits little more than half. */
function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += character.charCodeAt(0) < 0x7f ? 0.58 : 1;
  return ems * EM;
}
