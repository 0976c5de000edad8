/** One proposed opinion: a span of the body (UTF-16 offsets), `text === body.slice(start, end)`. */
export interface OpinionSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Proposes where the opinions of a submission stand. A body with any letter gives at least one. */
export function splitOpinions(body: string): OpinionSpan[] {
  const start = body.search(/\S/);
  if (start < 0) return [];
  const end = body.trimEnd().length;
  return [{ start, end, text: body.slice(start, end) }];
}
