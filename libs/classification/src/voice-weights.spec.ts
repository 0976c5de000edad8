import { OPINION_CLASSES } from '@kotae/kernel';
import { learnLabelWeights, type HeardDecision } from './learn-voice-weights';
import type { Confident } from './predict';
import { seededRandom } from './random';
import { blend } from './voice-blend';
import { FIXED_LABEL_WEIGHTS, type LabelWeights } from './voice-weights';

const ranked = (...shares: number[]): Confident<string>[] =>
  shares.map((confidence, i) => ({ code: OPINION_CLASSES[i]!, confidence }));
const [FIRST, SECOND] = OPINION_CLASSES;

describe('a second voice before there are decisions to judge it by', () => {
  it('leaves a suggestion as sure as it was when it agrees', () => {
    expect(blend(ranked(0.6, 0.3, 0.1), { code: FIRST, sure: 'sure' }, FIXED_LABEL_WEIGHTS)[0]).toEqual({
      code: FIRST,
      confidence: 0.6,
    });
  });

  it('makes it less sure when it does not, and turns it only where the two were close', () => {
    const against = (own: Confident<string>[]) => blend(own, { code: SECOND, sure: 'sure' }, FIXED_LABEL_WEIGHTS)[0]!;
    expect(against(ranked(0.6, 0.25, 0.15))).toMatchObject({ code: FIRST });
    expect(against(ranked(0.6, 0.25, 0.15)).confidence).toBeCloseTo(0.48, 2);
    expect(against(ranked(0.45, 0.4, 0.15))).toEqual({ code: SECOND, confidence: 0.45 });
    expect(against(ranked(0.97, 0.02, 0.01))).toMatchObject({ code: FIRST });
    expect(against(ranked(0.97, 0.02, 0.01)).confidence).toBeGreaterThan(0.94);
  });

  it('is not heard when it is unsure or silent', () => {
    const own = ranked(0.5, 0.45);
    expect(blend(own, { code: SECOND, sure: 'unsure' }, FIXED_LABEL_WEIGHTS)).toBe(own);
    expect(blend(own, null, FIXED_LABEL_WEIGHTS)).toBe(own);
  });

  it('does not make a text known that the own model does not know', () => {
    const [best] = blend(ranked(0.1, 0.05), { code: SECOND, sure: 'sure' }, FIXED_LABEL_WEIGHTS);
    expect(best!.confidence).toBeLessThanOrEqual(0.1);
  });
});

/** Decisions of a city whose own model is calibrated, and a voice of some skill. */
function decisions(
  n: number,
  seed: number,
  voice: (decided: string, random: () => number) => HeardDecision['said'],
): HeardDecision[] {
  const random = seededRandom(seed);
  const pick = (own: readonly Confident<string>[]) => {
    let left = random();
    for (const { code, confidence } of own) if ((left -= confidence) < 0) return code;
    return own[0]!.code;
  };
  return Array.from({ length: n }, () => {
    const best = 0.35 + 0.6 * random();
    const shares = OPINION_CLASSES.map((code, i) => ({
      code,
      confidence: i === 0 ? best : ((1 - best) * (6 - i)) / 15,
    }));
    const turn = Math.floor(random() * 6);
    const own = shares
      .map(({ confidence }, i) => ({ code: OPINION_CLASSES[(i + turn) % 6]!, confidence }))
      .sort((a, b) => b.confidence - a.confidence);
    const decided = pick(own);
    return { own, decided, said: voice(decided, random) };
  });
}
const anyOf = (random: () => number) => OPINION_CLASSES[Math.floor(random() * 6)]!;
const SKILLED = (decided: string, random: () => number): HeardDecision['said'] =>
  random() < 0.6
    ? { sure: 'sure', code: random() < 0.92 ? decided : anyOf(random) }
    : { sure: 'likely', code: random() < 0.6 ? decided : anyOf(random) };
const BLIND = (_: string, random: () => number): HeardDecision['said'] => ({ sure: 'sure', code: anyOf(random) });
const LIAR = (): HeardDecision['said'] => ({ sure: 'sure', code: 'policy_proposal' });

function figures(judged: readonly HeardDecision[], weights: LabelWeights) {
  const answers = judged.map(({ own, said, decided }) => {
    const [best] = blend(own, said, weights);
    return { said: best!.confidence, right: best!.code === decided };
  });
  const share = answers.filter(({ right }) => right).length / answers.length;
  const bands = [0.3, 0.5, 0.7, 0.85, 0.95, 1.01].slice(1).flatMap((to, i, all) => {
    const inside = answers.filter(({ said }) => said < to && said >= (i === 0 ? 0 : all[i - 1]!));
    if (inside.length < 100) return [];
    const mean = (value: (one: (typeof inside)[number]) => number) =>
      inside.reduce((sum, one) => sum + value(one), 0) / inside.length;
    return [{ said: mean((one) => one.said), right: mean((one) => Number(one.right)) }];
  });
  return { share, bands };
}

describe('a second voice that people’s decisions have judged', () => {
  it('keeps the fixed weight until there are two hundred decisions', () => {
    expect(learnLabelWeights(decisions(199, 1, SKILLED))).toBe(FIXED_LABEL_WEIGHTS);
    expect(learnLabelWeights(decisions(200, 1, SKILLED)).learntFrom).toBe(200);
  });

  it('is heard when it is good, helps on decisions nobody has learnt from, and what is said stays true', () => {
    const weights = learnLabelWeights(decisions(800, 2, SKILLED));
    expect(weights.proven).toBe(true);
    expect(weights.boosts.sure).toBeGreaterThan(weights.boosts.likely);
    const fresh = decisions(4_000, 3, SKILLED);
    const alone = figures(
      fresh.map((one) => ({ ...one, said: { code: one.own[0]!.code, sure: 'unsure' } })),
      FIXED_LABEL_WEIGHTS,
    );
    const both = figures(fresh, weights);
    expect(both.share).toBeGreaterThan(alone.share + 0.1);
    expect(both.bands.length).toBeGreaterThanOrEqual(3);
    for (const { said, right } of both.bands) expect(Math.abs(said - right)).toBeLessThan(0.06);
  });

  it.each([
    ['knows nothing', BLIND],
    ['always says the same', LIAR],
  ])('changes next to nothing when it %s', (_, voice) => {
    const weights = learnLabelWeights(decisions(800, 4, voice));
    const fresh = decisions(4_000, 5, voice);
    const turned = fresh.filter(({ own, said }) => blend(own, said, weights)[0]!.code !== own[0]!.code);
    expect(turned.length / fresh.length).toBeLessThan(0.02);
    for (const { said, right } of figures(fresh, weights).bands) expect(Math.abs(said - right)).toBeLessThan(0.06);
  });
});
