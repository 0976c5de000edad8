import { MASK } from '@kotae/japanese';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text with personal information masked, and where places of the original stand in it. */
export interface MaskedText {
  readonly text: string;
  /** The place of an original span; one that begins or ends inside a mask grows to the whole mask. */
  place(span: Range): Range;
}

/** Replaces every span by the mask; spans that overlap or touch become one. Offsets are UTF-16. */
export function maskText(text: string, spans: readonly Range[]): MaskedText {
  const merged = merge(text, spans);
  let masked = '';
  let at = 0;
  const masks: { from: Range; to: Range }[] = [];
  for (const span of merged) {
    masked += text.slice(at, span.start);
    masks.push({ from: span, to: { start: masked.length, end: masked.length + MASK.length } });
    masked += MASK;
    at = span.end;
  }
  masked += text.slice(at);
  const move = (offset: number, edge: 'start' | 'end') => {
    let shift = 0;
    for (const { from, to } of masks) {
      if (offset > from.start && offset < from.end) return to[edge];
      if (offset >= from.end) shift = to.end - from.end;
    }
    return offset + shift;
  };
  return { text: masked, place: ({ start, end }) => ({ start: move(start, 'start'), end: move(end, 'end') }) };
}

/** The same interface for who may read the original. */
export function plainText(text: string): MaskedText {
  return { text, place: ({ start, end }) => ({ start, end }) };
}

function merge(text: string, spans: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  const ordered = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
