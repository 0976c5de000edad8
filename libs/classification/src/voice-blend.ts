import type { Confident } from './predict';
import type { VoiceLabel } from './second-voice';
import type { LabelWeights } from './voice-weights';

/** No probability is smaller, so that a voice can be weighed against it. */
const FLOOR = 0.001;
/** No suggestion is surer than this: a person decides. */
const CERTAIN = 0.99;

/**
 * The own model's ranking with the second voice heard: a log-linear mixture. What the own model has left open (its
 * probabilities may sum to less than one) stays open. While the voice is not proven, no label becomes surer than the own
 * model's first was.
 */
export function blend(
  own: readonly Confident<string>[],
  said: VoiceLabel | null,
  weights: LabelWeights,
): readonly Confident<string>[] {
  if (said === null || own.length === 0 || (weights.own === 1 && weights.boosts[said.sure] === 0)) return own;
  const { codes, logs, open } = mixture(own, said.code);
  const boost = weights.boosts[said.sure];
  const p = logs.map((log, i) => Math.exp(weights.own * log + (codes[i] === said.code ? boost : 0)));
  const all = p.reduce((sum, one) => sum + one, Math.exp(weights.own * open));
  const most = weights.proven ? CERTAIN : Math.min(CERTAIN, own[0]!.confidence);
  return codes
    .map((code, i) => ({ code, p: p[i]! / all }))
    .sort((a, b) => b.p - a.p)
    .map((one) => ({ code: one.code, confidence: Math.round(Math.min(most, one.p) * 1000) / 1000 }));
}

/** Logarithms of what goes into the mixture: the own labels, the one that was said, and what is left open. */
export function mixture(
  own: readonly Confident<string>[],
  said: string,
): { readonly codes: readonly string[]; readonly logs: readonly number[]; readonly open: number } {
  const known = own.some(({ code }) => code === said) ? own : [...own, { code: said, confidence: 0 }];
  const logOf = (p: number) => Math.log(Math.max(FLOOR, p));
  const left = known.reduce((rest, { confidence }) => rest - confidence, 1);
  return {
    codes: known.map(({ code }) => code),
    logs: known.map(({ confidence }) => logOf(confidence)),
    open: logOf(left),
  };
}
