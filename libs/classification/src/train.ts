import { OPINION_CLASSES, OPINION_SUBTYPES } from '@kotae/kernel';
import { fitCalibration, UNCALIBRATED, type Calibration, type Outcome } from './calibration';
import { classFeatures } from './class-features';
import type { FeatureBlock } from './feature-block';
import { hashText } from './hashing';
import { buildKeywordIndex, TOPIC_SIGNALS, topicSignals, type KeywordIndex } from './keyword-index';
import type { Topic, TrainingOpinion } from './labels';
import type { Head, Model } from './model';
import { groupNearDuplicates } from './near-duplicates';
import { surroundings, viewOf } from './opinion-view';
import { addEvidence } from './evidence';
import { logitsOf, NO_SIGNALS, trainSoftmax } from './softmax';
import { topicFeatures } from './topic-features';
import { buildVocabulary, Vocabulary } from './vocabulary';

export interface TrainingOptions {
  readonly version: string;
  /** ISO instant, passed in: a rule never reads the clock. */
  readonly trainedAt: string;
  readonly topics: readonly Topic[];
}

/** One labelled document of one head. */
interface Example {
  readonly blocks: readonly FeatureBlock[];
  readonly signals: Float32Array;
  readonly label: number;
  readonly weight: number;
  /** The part it is held out with when the confidence is fitted; `NEVER_HELD` when it is only learnt from. */
  readonly fold: number;
}

interface HeadPlan {
  readonly labels: readonly string[];
  readonly signals: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  readonly hideSignals?: number;
  /** How much of the counted evidence (`addEvidence`) is added to the learnt weights. */
  readonly evidence?: number;
}

/** Held-out parts used to fit the calibration. */
const INNER_FOLDS = 2;
const NEVER_HELD = -1;
/** With fewer opinions of residents than this, those written for practice help to fit the confidence. */
const ENOUGH_TO_FIT = 300;

/** Only this many opinions, the last ones handed in, are learnt from: it bounds time and memory. */
export const MOST_SAMPLES = 8_000;

/**
 * Trains a model on opinions whose labels people decided. Repeatable: the same samples in the same order and the same
 * topics give the same model. Samples are handed in oldest first. Throws a `RangeError` when there is nothing to learn from.
 */
export function train(given: readonly TrainingOpinion[], options: TrainingOptions): Model {
  const samples = given.slice(-MOST_SAMPLES);
  if (samples.length === 0) throw new RangeError('train needs at least one labelled opinion');
  const topics = allTopics(samples, options.topics);
  const topicCodes = topics.map((topic) => topic.code);
  const keywords = buildKeywordIndex(topics);
  const folds = innerFolds(samples);
  const prepared = samples.map((sample, i) => prepare(sample, folds[i]!, keywords));
  const examples = (label: (sample: TrainingOpinion) => number, kind: 'forClass' | 'forTopic'): Example[] =>
    prepared.flatMap((p) => {
      const at = label(p.sample);
      const signals = kind === 'forTopic' ? p.signals : NO_SIGNALS;
      return at < 0 ? [] : [{ blocks: p[kind], signals, label: at, weight: p.weight, fold: p.fold }];
    });
  return {
    version: options.version,
    trainedAt: options.trainedAt,
    trainedOn: samples.length,
    classes: trainHead(
      examples((s) => OPINION_CLASSES.indexOf(s.class), 'forClass'),
      { labels: OPINION_CLASSES, signals: 0, epochs: 10, rate: 0.2, seed: 11 },
    ),
    subtypes: trainHead(
      examples((s) => (s.subtype === null ? -1 : OPINION_SUBTYPES.indexOf(s.subtype)), 'forClass'),
      { labels: OPINION_SUBTYPES, signals: 0, epochs: 8, rate: 0.2, seed: 12 },
    ),
    topics: trainHead(
      examples((s) => topicCodes.indexOf(s.topic), 'forTopic'),
      { labels: topicCodes, signals: TOPIC_SIGNALS, epochs: 10, rate: 0.2, seed: 13, hideSignals: 0.3, evidence: 0.3 },
    ),
  };
}

function prepare(sample: TrainingOpinion, fold: number, keywords: KeywordIndex) {
  const view = viewOf({ ...sample, ...surroundings(sample.text, sample.context) });
  return {
    sample,
    fold,
    weight: sample.weight ?? 1,
    forClass: classFeatures(view),
    forTopic: topicFeatures(view, keywords),
    signals: topicSignals(keywords, view),
  };
}

/** The city's topics, and those only older decisions know. */
function allTopics(samples: readonly TrainingOpinion[], topics: readonly Topic[]): Topic[] {
  const known = new Set(topics.map((topic) => topic.code));
  const older = [...new Set(samples.map((sample) => sample.topic))].filter((code) => !known.has(code)).sort();
  return [...topics, ...older.map((code) => ({ code, name: '', sectionId: '', sectionName: '' }))];
}

/**
 * Opinions of one letter, and near-duplicates, stay in one part; otherwise the calibration would flatter itself. Opinions
 * written for practice are in no part: the confidence is to fit what residents send.
 */
function innerFolds(samples: readonly TrainingOpinion[]): Int32Array {
  const keys = samples.map((sample) => sample.context ?? sample.text);
  const firstOf = new Map<string, string>();
  const items = [...new Set(keys)].map((text) => ({ id: text, text }));
  for (const group of groupNearDuplicates(items)) for (const id of group) firstOf.set(id, group[0]!);
  const skipPractice = samples.filter((sample) => sample.practice !== true).length >= ENOUGH_TO_FIT;
  return Int32Array.from(samples, (sample, i) => {
    if (skipPractice && sample.practice === true) return NEVER_HELD;
    const key = keys[i]!;
    return hashText(firstOf.get(key) ?? key, 0x5eed) % INNER_FOLDS;
  });
}

function trainHead(examples: readonly Example[], plan: HeadPlan): Head {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const held = examples.filter((example) => example.fold === fold);
    const rest = examples.filter((example) => example.fold !== fold);
    if (held.length === 0 || rest.length === 0) continue;
    const part = fitHead(rest, plan, UNCALIBRATED);
    const vocabulary = new Vocabulary(part.keys, part.idf);
    const weights = { ...part, classes: plan.labels.length };
    for (const { blocks, signals, label } of held)
      outcomes.push({ logits: logitsOf(weights, vocabulary.row(blocks), signals), label });
  }
  return fitHead(examples, plan, fitCalibration(outcomes));
}

function fitHead(examples: readonly Example[], plan: HeadPlan, calibration: Calibration): Head {
  const vocabulary = buildVocabulary(examples.map((example) => example.blocks));
  const rows = examples.map(({ blocks, signals, label, weight }) => ({
    row: vocabulary.row(blocks),
    signals,
    label,
    weight,
  }));
  const fitted = trainSoftmax(rows, { ...plan, features: vocabulary.size, classes: plan.labels.length });
  if (plan.evidence !== undefined) addEvidence(fitted, rows, plan.evidence);
  const counts = plan.labels.map(() => 0);
  for (const { label } of examples) counts[label]! += 1;
  return {
    labels: [...plan.labels],
    examples: counts,
    keys: vocabulary.keys,
    idf: vocabulary.idf,
    weights: rounded(fitted.weights),
    bias: fitted.bias,
    shared: fitted.shared,
    calibration,
  };
}

/** Rounds weights to the 16-bit grid on which they are kept, so that a stored model answers exactly as the fresh one. */
function rounded(weights: Float32Array): Float32Array {
  const step = gridStep(weights);
  const { round } = Math;
  for (let i = 0; i < weights.length; i++) weights[i] = round(weights[i]! / step) * step;
  return weights;
}

/** The grid's step: the largest weight is 32,000 steps. A power of two, so that rounding twice changes nothing. */
export function gridStep(weights: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    if (w > largest) largest = w;
    else if (-w > largest) largest = -w;
  }
  return largest === 0 ? 1 : Math.pow(2, Math.ceil(Math.log2(largest / 32_000)));
}
