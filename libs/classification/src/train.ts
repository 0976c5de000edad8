import { OPINION_CLASSES, OPINION_SUBTYPES } from '@kotae/kernel';
import { fitCalibration, UNCALIBRATED, type Calibration, type Outcome } from './calibration';
import { classFeatures } from './class-features';
import type { FeatureBlock } from './feature-block';
import { hashText } from './hashing';
import { buildKeywordIndex, TOPIC_SIGNALS, topicSignals } from './keyword-index';
import type { Topic, TrainingOpinion } from './labels';
import type { Head, Model } from './model';
import { groupNearDuplicates } from './near-duplicates';
import { surroundings, viewOf, type OpinionView } from './opinion-view';
import { PackedBlocks } from './packed-blocks';
import { addEvidence } from './evidence';
import { logitsOf, NO_SIGNALS, trainSoftmax, type SoftmaxSample } from './softmax';
import { topicFeatures } from './topic-features';
import { TrainingArrays } from './training-arrays';
import { buildVocabulary, MAX_FEATURES, Vocabulary } from './vocabulary';

export interface TrainingOptions {
  readonly version: string;
  /** ISO instant, passed in: a rule never reads the clock. */
  readonly trainedAt: string;
  readonly topics: readonly Topic[];
}

/** One labelled document of one head. */
interface Example {
  /** Its place in the head's packed blocks. */
  readonly document: number;
  readonly signals: Float32Array;
  readonly label: number;
  readonly weight: number;
  /** The part it is held out with when the confidence is fitted; `NEVER_HELD` when it is only learnt from. */
  readonly fold: number;
}

/** What the heads are trained in: the features of every document, and arrays used again. */
interface Room {
  readonly blocks: PackedBlocks;
  readonly arrays: TrainingArrays;
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
  const examples = (label: (sample: TrainingOpinion) => number, signalsOf: (at: number) => Float32Array): Example[] =>
    samples.flatMap((sample, document) => {
      const at = label(sample);
      const weight = sample.weight ?? 1;
      return at < 0 ? [] : [{ document, signals: signalsOf(document), label: at, weight, fold: folds[document]! }];
    });
  const arrays = new TrainingArrays();
  const none = (): Float32Array => NO_SIGNALS;
  // One head after the other, so that the features of only one kind are in memory.
  const { classes, subtypes } = ((): Pick<Model, 'classes' | 'subtypes'> => {
    const blocks = packed(samples, classFeatures);
    return {
      classes: trainHead(
        { blocks, arrays },
        examples((s) => OPINION_CLASSES.indexOf(s.class), none),
        { labels: OPINION_CLASSES, signals: 0, epochs: 10, rate: 0.2, seed: 11 },
      ),
      subtypes: trainHead(
        { blocks, arrays },
        examples((s) => (s.subtype === null ? -1 : OPINION_SUBTYPES.indexOf(s.subtype)), none),
        { labels: OPINION_SUBTYPES, signals: 0, epochs: 8, rate: 0.2, seed: 12 },
      ),
    };
  })();
  const signals: Float32Array[] = [];
  const blocks = packed(samples, (view) => {
    signals.push(topicSignals(keywords, view));
    return topicFeatures(view, keywords);
  });
  return {
    version: options.version,
    trainedAt: options.trainedAt,
    trainedOn: samples.length,
    classes,
    subtypes,
    topics: trainHead(
      { blocks, arrays },
      examples(
        (s) => topicCodes.indexOf(s.topic),
        (at) => signals[at]!,
      ),
      { labels: topicCodes, signals: TOPIC_SIGNALS, epochs: 10, rate: 0.2, seed: 13, hideSignals: 0.3, evidence: 0.3 },
    ),
  };
}

function packed(samples: readonly TrainingOpinion[], features: (view: OpinionView) => FeatureBlock[]): PackedBlocks {
  const blocks = new PackedBlocks();
  for (const sample of samples)
    blocks.add(features(viewOf({ ...sample, ...surroundings(sample.text, sample.context) })));
  return blocks;
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

function trainHead(room: Room, examples: readonly Example[], plan: HeadPlan): Head {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const held = examples.filter((example) => example.fold === fold);
    const rest = examples.filter((example) => example.fold !== fold);
    if (held.length === 0 || rest.length === 0) continue;
    const part = fitHead(room, rest, plan, UNCALIBRATED, room.arrays);
    const vocabulary = new Vocabulary(part.keys, part.idf);
    const weights = { ...part, classes: plan.labels.length };
    for (const { document, signals, label } of held)
      outcomes.push({ logits: logitsOf(weights, vocabulary.row(room.blocks.blocks(document)), signals), label });
  }
  room.arrays.drop('weights');
  return fitHead(room, examples, plan, fitCalibration(outcomes), null);
}

/** `reused` gives the weights of a head that does not stay. */
function fitHead(
  { blocks, arrays }: Room,
  examples: readonly Example[],
  plan: HeadPlan,
  calibration: Calibration,
  reused: TrainingArrays | null,
): Head {
  const vocabulary = buildVocabulary(
    examples.map(({ document }) => blocks.keys(document)),
    arrays,
  );
  arrays.drop('keys');
  const rows = rowsOf({ blocks, arrays }, examples, vocabulary);
  const size = vocabulary.size * plan.labels.length;
  const most = MAX_FEATURES * plan.labels.length;
  const fitted = trainSoftmax(
    rows,
    { ...plan, features: vocabulary.size, classes: plan.labels.length },
    reused?.floats('weights', size, most) ?? new Float32Array(size),
    arrays.floats('squares', size, most),
  );
  if (plan.evidence !== undefined) addEvidence(fitted, rows, plan.evidence, arrays.floats('squares', size, most));
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

/** The rows of all examples, one after the other in two long arrays. */
function rowsOf({ blocks, arrays }: Room, examples: readonly Example[], vocabulary: Vocabulary): SoftmaxSample[] {
  const length = examples.reduce((sum, { document }) => sum + blocks.keys(document).length, 0);
  const index = arrays.integers('index', length, blocks.size);
  const value = arrays.floats('value', length, blocks.size);
  let filled = 0;
  return examples.map(({ document, signals, label, weight }) => {
    const from = filled;
    filled = vocabulary.rowInto(blocks.blocks(document), index, value, from);
    return {
      row: { index: index.subarray(from, filled), value: value.subarray(from, filled) },
      signals,
      label,
      weight,
    };
  });
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
