import { crossValidate, judge, summarise, type CrossValidationOptions, type Evaluation, type Judged } from './evaluate';
import { learnLabelWeights, type HeardDecision } from './learn-voice-weights';
import type { TrainingOpinion } from './labels';
import type { Model } from './model';
import type { VoiceLabels } from './second-voice';
import { blend } from './voice-blend';
import { FIXED_VOICE_WEIGHTS, type VoiceWeights } from './voice-weights';

/** What the second voice said of an opinion; null where it did not answer. */
export type VoiceOf = (sample: TrainingOpinion) => VoiceLabels | null;

/** The same figures for the own model alone, the voice alone (a missing label is wrong), and both. */
export interface VoiceEvaluation {
  readonly own: Evaluation;
  readonly voice: Evaluation;
  /** As weighed before there are enough decisions. */
  readonly fixed: Evaluation;
  readonly learnt: Evaluation;
  readonly weights: VoiceWeights;
}

/**
 * Judges a model with and without a second voice on opinions that neither the model nor the weights have seen: the weights
 * are learnt by cross-validation over `given`.
 */
export function evaluateWithVoice(
  model: Model,
  unseen: readonly TrainingOpinion[],
  given: readonly TrainingOpinion[],
  voiceOf: VoiceOf,
  options: CrossValidationOptions,
): VoiceEvaluation {
  const { topics } = options;
  const weights = weightsFrom(crossValidate(given, options), voiceOf);
  const own = unseen.map((sample) => judge(model, topics, sample));
  const both = (by: VoiceWeights) =>
    summarise(
      own.map((one) => blended(one, voiceOf(one.decided), by)),
      topics,
    );
  return {
    own: summarise(own, topics),
    voice: summarise(
      own.map((one) => alone(one, voiceOf(one.decided))),
      topics,
    ),
    fixed: both(FIXED_VOICE_WEIGHTS),
    learnt: both(weights),
    weights,
  };
}

function weightsFrom(judged: readonly Judged[], voiceOf: VoiceOf): VoiceWeights {
  const classes: HeardDecision[] = [];
  const topics: HeardDecision[] = [];
  for (const { decided, classes: own, topics: ownTopics } of judged) {
    const said = voiceOf(decided);
    if (said?.class) classes.push({ own, said: said.class, decided: decided.class });
    if (said?.topic) topics.push({ own: ownTopics, said: said.topic, decided: decided.topic });
  }
  return { class: learnLabelWeights(classes), topic: learnLabelWeights(topics) };
}

function blended(one: Judged, said: VoiceLabels | null, weights: VoiceWeights): Judged {
  return {
    ...one,
    classes: blend(one.classes, said?.class ?? null, weights.class),
    topics: blend(one.topics, said?.topic ?? null, weights.topic),
  };
}

/** A voice has no probabilities: its words stand for rough ones. */
const ROUGHLY = { sure: 0.9, likely: 0.7, unsure: 0.5 } as const;

function alone(one: Judged, said: VoiceLabels | null): Judged {
  const ranked = (label: VoiceLabels['class'] | VoiceLabels['topic']) =>
    label == null ? [] : [{ code: label.code, confidence: ROUGHLY[label.sure] }];
  return { ...one, classes: ranked(said?.class ?? null), topics: ranked(said?.topic ?? null), subtype: null };
}
