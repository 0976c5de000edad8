/** A stretch of the letter's text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Without white space at either end; null when nothing is left. */
export function trimmed(text: string, span: Stretch): Stretch | null {
  const piece = text.slice(span.start, span.end);
  const start = span.start + (piece.length - piece.trimStart().length);
  const end = span.end - (piece.length - piece.trimEnd().length);
  return start < end ? { start, end } : null;
}

/** What is left of `span` when `taken` is cut out of it: the longer side, the first when both are equal. */
export function remainder(text: string, span: Stretch, taken: Stretch): Stretch | null {
  const head = trimmed(text, { start: span.start, end: Math.min(span.end, taken.start) });
  const tail = trimmed(text, { start: Math.max(span.start, taken.end), end: span.end });
  if (!head || !tail) return head ?? tail;
  return tail.end - tail.start > head.end - head.start ? tail : head;
}

const SENTENCE_END = /[。．！？!?\n]+[」』）)]*\s*/g;
const CLAUSE_END = /[。．！？!?\n、，]+[」』）)]*\s*/g;

/** Offsets at which a sentence (or a clause) ends, ascending; the last is the text's length. */
export function boundaries(text: string, unit: 'sentence' | 'clause'): number[] {
  const pattern = unit === 'sentence' ? SENTENCE_END : CLAUSE_END;
  const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return ends.at(-1) === text.length || text.length === 0 ? ends : [...ends, text.length];
}

/** The sentence that holds an offset. */
export function sentenceAt(text: string, offset: number): Stretch {
  const ends = boundaries(text, 'sentence');
  const end = ends.find((candidate) => candidate > offset) ?? text.length;
  const start = ends.findLast((candidate) => candidate <= Math.min(offset, end - 1)) ?? 0;
  return { start, end };
}

export type SelectionStep = 'next' | 'previous' | 'longer' | 'shorter' | 'start-later' | 'start-earlier';

/** Choosing text by keyboard: whole sentences by up and down, clauses at both ends by left and right. */
export function stepped(text: string, span: Stretch, step: SelectionStep): Stretch {
  const clauses = boundaries(text, 'clause');
  switch (step) {
    case 'next':
      return span.end >= text.length ? span : sentenceAt(text, span.end);
    case 'previous':
      return span.start === 0 ? span : sentenceAt(text, span.start - 1);
    case 'longer':
      return { start: span.start, end: clauses.find((end) => end > span.end) ?? span.end };
    case 'shorter': {
      const end = clauses.findLast((candidate) => candidate < span.end && candidate > span.start);
      return end === undefined ? span : { start: span.start, end };
    }
    case 'start-later': {
      const start = clauses.find((candidate) => candidate > span.start && candidate < span.end);
      return start === undefined ? span : { start, end: span.end };
    }
    case 'start-earlier':
      return { start: clauses.findLast((candidate) => candidate < span.start) ?? 0, end: span.end };
  }
}
