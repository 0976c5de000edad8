import type { Stretch } from './spans';

/** What a run of the letter's text is: part of an opinion, personal information, evidence, chosen by keyboard. */
export interface Run extends Stretch {
  /** Ordinal of the opinion it belongs to, or null. */
  readonly ordinal: number | null;
  /** The first run of its opinion, where the number stands. */
  readonly first: boolean;
  readonly personal: boolean;
  readonly evidence: boolean;
  readonly chosen: boolean;
}

export interface Marks {
  readonly opinions: readonly Stretch[];
  readonly personal: readonly Stretch[];
  readonly evidence: readonly Stretch[];
  readonly chosen: Stretch | null;
}

/** Cuts the text where any mark begins or ends. The runs cover the whole text, in order, without gaps. */
export function runsOf(length: number, marks: Marks): Run[] {
  const all = [...marks.opinions, ...marks.personal, ...marks.evidence, ...(marks.chosen ? [marks.chosen] : [])];
  const cuts = new Set([0, length]);
  for (const span of all) for (const at of [span.start, span.end]) if (at > 0 && at < length) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? length;
    const opinion = marks.opinions.findIndex((span) => span.start <= start && end <= span.end);
    return {
      start,
      end,
      ordinal: opinion < 0 ? null : opinion + 1,
      first: opinion >= 0 && marks.opinions[opinion]?.start === start,
      personal: covered(marks.personal, start, end),
      evidence: covered(marks.evidence, start, end),
      chosen: marks.chosen !== null && covered([marks.chosen], start, end),
    };
  });
}

/** Where words stand inside a stretch of the text; each word every time it occurs. */
export function occurrences(text: string, within: Stretch, words: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word, within.start); at >= 0 && at + word.length <= within.end;) {
      found.push({ start: at, end: at + word.length });
      at = text.indexOf(word, at + word.length);
    }
  }
  return found;
}

/** The same number of UTF-16 units, so that every offset stays where it is. */
export function blackedOut(text: string): string {
  return '●'.repeat(text.length);
}

function covered(spans: readonly Stretch[], start: number, end: number): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}
