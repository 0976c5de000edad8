import type { Confident } from './predict';
import type { VoiceLabel } from './second-voice';
import { SURENESS, type Sureness } from './sureness';
import { mixture } from './voice-blend';
import { FIXED_LABEL_WEIGHTS, type LabelWeights } from './voice-weights';

// Taken out of `Math` once: looking a global up in an inner loop is slow where modules run in a context of their own.
const { exp, log } = Math;

/** One label that a person decided, beside what the own model and the second voice had said before. */
export interface HeardDecision {
  readonly own: readonly Confident<string>[];
  readonly said: VoiceLabel;
  readonly decided: string;
}

/** With fewer decisions the fixed weight stays. */
export const ENOUGH_DECISIONS = 200;
/** More than this do not make four numbers better. */
const MOST_DECISIONS = 2_000;
/** The newest part judges what was learnt from the older. */
const JUDGING_SHARE = 0.3;
/** How strongly the fixed weights are believed, in log-likelihood. */
const PRIOR = 1;
/** What a decision must become likelier by on average, in log-likelihood: less may be chance. */
const WORTH_HEARING = 0.005;
const ROUNDS = 4;

interface Learnt {
  readonly own: number;
  readonly boosts: Readonly<Record<Sureness, number>>;
}

/** A decision made ready: logarithms of the mixture's parts, the open one last; which part was said and which decided. */
interface Case {
  readonly logs: Float64Array;
  readonly said: number;
  readonly decided: number;
  readonly sure: Sureness;
}

const UNHEARD: Learnt = { own: 1, boosts: { sure: 0, likely: 0, unsure: 0 } };

/**
 * Learns from people's decisions, oldest first, how far a second voice is to be heard. What was learnt from the older ones
 * must explain the newest better than the own model does alone (made surer or less sure in the same way); a voice that does
 * not is not heard at all.
 */
export function learnLabelWeights(decisions: readonly HeardDecision[]): LabelWeights {
  const used = decisions.slice(-MOST_DECISIONS).map(caseOf);
  if (used.length < ENOUGH_DECISIONS) return FIXED_LABEL_WEIGHTS;
  const older = used.slice(0, Math.round(used.length * (1 - JUDGING_SHARE)));
  const newest = used.slice(older.length);
  const gain = lossOf(newest, fitted(older, [])) - lossOf(newest, fitted(older, SURENESS));
  const helps = gain > WORTH_HEARING * newest.length;
  return { ...(helps ? fitted(used, SURENESS) : UNHEARD), learntFrom: used.length, proven: helps };
}

function caseOf({ own, said, decided }: HeardDecision): Case {
  const { codes, logs, open } = mixture(own, said.code);
  const at = codes.indexOf(decided);
  return {
    logs: Float64Array.from([...logs, open]),
    said: codes.indexOf(said.code),
    decided: at < 0 ? codes.length : at,
    sure: said.sure,
  };
}

/** Negative log-likelihood. */
function lossOf(cases: readonly Case[], { own, boosts }: Learnt): number {
  let loss = 0;
  for (const { logs, said, decided, sure } of cases) {
    const boost = boosts[sure];
    let sum = 0;
    for (let i = 0; i < logs.length; i++) sum += exp(own * logs[i]! + (i === said ? boost : 0));
    loss += log(sum) - own * logs[decided]! - (decided === said ? boost : 0);
  }
  return loss;
}

/** Maximum likelihood under the prior, one number after the other; with no `words` for the own model alone. */
function fitted(cases: readonly Case[], words: readonly Sureness[]): Learnt {
  const fixed = FIXED_LABEL_WEIGHTS.boosts;
  const of = (sure: Sureness) => cases.filter((one) => one.sure === sure);
  const groups = words.map((sure) => ({ sure, concerned: of(sure) })).filter((one) => one.concerned.length > 0);
  let own = 1;
  let boosts = words.length === 0 ? UNHEARD.boosts : fixed;
  for (let round = 0; round < ROUNDS; round++) {
    own = smallest(0.5, 1.5, (x) => lossOf(cases, { own: x, boosts }) + PRIOR * (x - 1) ** 2);
    for (const { sure, concerned } of groups) {
      const loss = (x: number) => lossOf(concerned, { own, boosts: { ...boosts, [sure]: x } });
      const best = smallest(0, 5, (x) => loss(x) + PRIOR * (x - fixed[sure]) ** 2);
      boosts = { ...boosts, [sure]: best };
    }
  }
  return { own, boosts };
}

/** Where a function with one valley is smallest (golden section). */
function smallest(low: number, high: number, value: (x: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 14; step++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (value(a) < value(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
