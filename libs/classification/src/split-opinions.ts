import { BEGIN, bestTags, INSIDE, type SplitWeights } from './split-decode';
import { factsOf } from './split-features';
import { unitsOf, type Unit } from './split-units';

/** One proposed opinion: a span of the body (UTF-16 offsets), `text === body.slice(start, end)`. */
export interface OpinionSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Proposes where the opinions of a submission stand. A body with any letter gives at least one. */
export function splitOpinions(body: string, weights?: SplitWeights): OpinionSpan[] {
  const units = unitsOf(body);
  if (weights === undefined) {
    const start = body.search(/\S/);
    if (start < 0) return [];
    const end = body.trimEnd().length;
    return [{ start, end, text: body.slice(start, end) }];
  }
  return spansOf(body, units, bestTags(factsOf(units), weights));
}

/** The spans that the tags of the units mean; when every unit is outside, the longest run of sentences. */
export function spansOf(body: string, units: readonly Unit[], tags: readonly number[]): OpinionSpan[] {
  const spans: { start: number; end: number }[] = [];
  units.forEach((unit, i) => {
    if (tags[i] === BEGIN) spans.push({ start: unit.start, end: unit.end });
    else if (tags[i] === INSIDE) {
      const open = spans.at(-1);
      if (open !== undefined) open.end = unit.end;
    }
  });
  if (spans.length === 0 && units.length > 0) {
    spans.push({ start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? body.length });
  }
  return spans.map(({ start, end }) => ({ start, end, text: body.slice(start, end) }));
}
