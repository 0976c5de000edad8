import { BEGIN, bestTags, INSIDE, OUTSIDE, type SplitWeights, unpackWeights } from './split-decode';
import { factsOf } from './split-features';
import { unitsOf, type Unit } from './split-units';
import { SPLIT_WEIGHTS } from './split-weights';

/** One proposed opinion: a span of the body (UTF-16 offsets), `text === body.slice(start, end)`. */
export interface OpinionSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Proposes where the opinions of a submission stand: greetings, signatures, quoted mail and the staff's framing are
 * left out. A body with any letter gives at least one. `weights` replaces the splitter's own (for cross-validation).
 */
export function splitOpinions(body: string, weights: SplitWeights = ownWeights()): OpinionSpan[] {
  const units = unitsOf(body).slice(0, MOST_UNITS);
  const spans = spansOf(body, units, withAnother(units, bestTags(factsOf(units), weights)));
  const opinions = spans.filter((span) => !COURTESY.test(span.text));
  return opinions.length > 0 ? opinions : spans;
}

/** A span of courtesy only is no opinion, whatever the weights say. */
const COURTESY =
  /^(?:どうぞ|どうか|以上、?|それでは|では|何卒|なにとぞ)?(?:よろしく|宜しく|お忙しい|お世話に|いつも(?:お世話|ありがとう)|こんにちは|はじめまして|長文|乱筆|失礼(?:いた|し)|敬具|草々|かしこ|拝啓|前略|以上)[^。\n]{0,30}[。！!]?$|^[^。\n]{0,12}(?:[2-9２-９二三四五]|いくつか)[点つ件][^。\n]{0,12}(?:お願い|要望|提案|申し上げ)[^。\n]{0,12}[。]?$/;

const REQUEST =
  /ほしい|欲しい|ください|下さい|お願い|いただけ|頂け|もらえ|願い|望み|べき|ませんか|どうでしょう|いかがでしょう|検討/;
const ANOTHER = /^(?:また|それから|それと|あわせて|併せて|さらに|ついでに|加えて|もう[一1１]つ)/;

/** 「〜してほしい。また、〜してください。」 are two requests, whatever the weights say. */
function withAnother(units: readonly Unit[], tags: readonly number[]): number[] {
  const result = [...tags];
  let asked = false;
  units.forEach(({ text, kind }, i) => {
    const next = units[i + 1];
    if (tags[i] !== INSIDE) asked = false;
    else if (
      asked &&
      kind === 'lead' &&
      ANOTHER.test(text) &&
      tags[i + 1] === INSIDE &&
      REQUEST.test(next?.text ?? '')
    ) {
      result[i] = OUTSIDE;
      result[i + 1] = BEGIN;
    }
    asked ||= tags[i] !== OUTSIDE && REQUEST.test(text);
  });
  return result;
}

/** Sentences beyond this many are not looked at; no resident's letter has them. */
const MOST_UNITS = 3000;

let unpacked: SplitWeights | null = null;

function ownWeights(): SplitWeights {
  unpacked ??= unpackWeights(SPLIT_WEIGHTS);
  return unpacked;
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
