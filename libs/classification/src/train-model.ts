import { OPINION_CLASS_LABELS, newId, type Clock, type OpinionClass } from '@kotae/kernel';
import { modelChanges, type ModelChange } from './change-words';
import type { Evaluation } from './evaluate';
import type { Topic, TrainingOpinion } from './labels';

/** A model as it is kept: every version stays. */
export interface StoredModel {
  readonly version: string;
  readonly trainedAt: Date;
  readonly trainedOn: number;
  readonly active: boolean;
  readonly evaluation: ModelEvaluation | null;
  /** For the administrator: what happened, in plain Japanese. */
  readonly words: string;
  readonly content: Buffer;
}

/** How often a model was right on decisions that people made after it was trained. */
export interface ModelScores {
  readonly classAccuracy: number;
  readonly proposalAccuracy: number;
  readonly topicTop1: number;
  readonly topicTop3: number;
  readonly items: number;
}

/** The scores beside those of the model before on the same decisions, and what changed. Older versions kept the scores alone. */
export interface ModelEvaluation extends ModelScores {
  readonly before?: ModelScores;
  readonly changes?: readonly ModelChange[];
}

/** Which model is in use, without its megabytes. */
export type ModelInUse = Pick<StoredModel, 'version' | 'trainedAt'>;

export interface ModelStore {
  inUse(): Promise<ModelInUse | null>;
  /** The bytes of a version that is kept. */
  content(version: string): Promise<Buffer>;
  /**
   * Keeps a version, and puts it into use when it is active. Throws `stale` when the model in use is not, or no longer, the
   * one it was judged against; null when none was in use.
   */
  add(model: StoredModel, judgedAgainst: string | null): Promise<void>;
  /** People's decisions, oldest first, at most the newest `limit`. */
  decisions(limit: number): Promise<DatedDecision[]>;
  /** Those of these bodies with which a submission waits that nobody has sorted yet. */
  waiting(bodies: readonly string[]): Promise<ReadonlySet<string>>;
}

export type DatedDecision = TrainingOpinion & { readonly decidedAt: Date };

/** The arithmetic, which may run in a thread of its own: it takes seconds. */
export interface Trainer {
  train(
    samples: readonly TrainingOpinion[],
    topics: readonly Topic[],
    version: string,
    trainedAt: string,
  ): Promise<Buffer>;
  assess(model: Buffer, samples: readonly TrainingOpinion[], topics: readonly Topic[]): Promise<Evaluation>;
}

export interface TrainingContext {
  readonly models: ModelStore;
  readonly trainer: Trainer;
  readonly clock: Clock;
  readonly topics: readonly Topic[];
  /** The labelled letters that come with the product. */
  readonly letters: readonly TrainingOpinion[];
  /** How the city calls its classes; the usual names when absent. */
  readonly classNames?: Readonly<Record<OpinionClass, string>>;
}

/** More than training takes, by what is kept back for the comparison. */
const MOST_DECISIONS = 10_000;
/** Fewer newer decisions than this say nothing about which model is better. */
const FEWEST_TO_COMPARE = 30;
/** The newest part of the decisions is kept for the comparison and not learnt from. */
const COMPARED_SHARE = 0.2;
/** Worse by less than this is the same within what so few decisions can tell. */
const TOLERANCE = 0.005;

/**
 * Trains from the product's letters and the section's own decisions. The new model is compared with the present one on
 * decisions newer than both, and takes over only when it is not worse. Both are kept, with what changed in words.
 */
export async function trainModel(context: TrainingContext): Promise<StoredModel> {
  const now = context.clock.now();
  const present = await context.models.inUse();
  const decisions = await context.models.decisions(MOST_DECISIONS);
  const compared = present === null ? [] : comparedDecisions(decisions, present.trainedAt);
  const { letters, own, leftOut } = await lessons(context, decisions, compared);
  const samples = [...letters, ...own];
  const version = `${now.toISOString().slice(0, 10)}-${newId(now.getTime()).slice(-6)}`;
  const content = await context.trainer.train(samples, context.topics, version, now.toISOString());

  const words = [
    `${samples.length}件の意見（付属の手紙 ${letters.length}件、職員の判断 ${own.length}件）から学習しました。`,
    leftOut === 0 ? '' : `付属の手紙のうち、いま振り分けを待っている手紙と同じ${leftOut}件は学習に使っていません。`,
  ];
  let takesOver = true;
  let evaluation: ModelEvaluation | null = null;
  if (present !== null && compared.length > 0) {
    const after = await context.trainer.assess(content, compared, context.topics);
    const before = await context.trainer.assess(
      await context.models.content(present.version),
      compared,
      context.topics,
    );
    const worse = worseIn(before, after);
    takesOver = worse.length === 0;
    evaluation = {
      ...scores(after),
      before: scores(before),
      changes: modelChanges(before, after, {
        classes: context.classNames ?? OPINION_CLASS_LABELS,
        topics: Object.fromEntries(context.topics.map(({ code, name }) => [code, name])),
      }),
    };
    words.push(
      `どちらのモデルも学んでいない新しい判断${compared.length}件で比べると、分類の正解は${percent(before.classAccuracy)}から${percent(after.classAccuracy)}、分野の正解は${percent(before.topicTop1)}から${percent(after.topicTop1)}でした。`,
      takesOver
        ? '前のモデルより悪くなっていないので、新しいモデルに切り替えました。'
        : `${worse.join('と')}の正解が前のモデルより下がったので、切り替えずに前のモデルを使い続けます。`,
    );
  } else {
    words.push(
      present === null ? '最初のモデルです。' : '比べられる新しい判断がまだ少ないため、比較せずに切り替えました。',
    );
  }
  const stored: StoredModel = {
    version,
    trainedAt: now,
    trainedOn: samples.length,
    active: takesOver,
    evaluation,
    words: words.join(''),
    content,
  };
  await context.models.add(stored, present?.version ?? null);
  return stored;
}

/** Whether a model was put into use when it was made, as its words say; another may have followed since. */
export function tookOver(evaluation: ModelEvaluation | null): boolean {
  return evaluation?.before === undefined || worseIn(evaluation.before, evaluation).length === 0;
}

type Judged = Pick<ModelScores, 'classAccuracy' | 'topicTop1'>;

function worseIn(before: Judged, after: Judged): string[] {
  return [
    ...(after.classAccuracy < before.classAccuracy - TOLERANCE ? ['分類'] : []),
    ...(after.topicTop1 < before.topicTop1 - TOLERANCE ? ['分野'] : []),
  ];
}

/** The newest of the decisions made since the present model was trained; none when they are too few to tell anything. */
function comparedDecisions(decisions: readonly DatedDecision[], since: Date): readonly DatedDecision[] {
  const newer = decisions.filter((one) => one.decidedAt.getTime() > since.getTime());
  if (newer.length < FEWEST_TO_COMPARE) return [];
  return newer.slice(-Math.max(FEWEST_TO_COMPARE, Math.round(newer.length * COMPARED_SHARE)));
}

/**
 * What is learnt from: no letter with a decision that is compared, and none of the product's letters that waits to be sorted
 * (the demo city's do), so that neither the comparison nor the confidence shown flatters. The same opinion teaches once, as
 * staff decided it.
 */
async function lessons(
  { models, letters }: TrainingContext,
  decisions: readonly DatedDecision[],
  compared: readonly DatedDecision[],
): Promise<{ letters: readonly TrainingOpinion[]; own: readonly TrainingOpinion[]; leftOut: number }> {
  const held = new Set(compared.map(letterOf));
  const own = decisions.filter((one) => !held.has(letterOf(one)));
  const decided = new Set(own.map((one) => one.text));
  const others = letters.filter((one) => !held.has(letterOf(one)) && !decided.has(one.text));
  const waiting = await models.waiting([...new Set(others.map(letterOf))]);
  const taught = others.filter((one) => !waiting.has(letterOf(one)));
  return { letters: taught, own, leftOut: others.length - taught.length };
}

/** Opinions of one letter stay together. */
function letterOf(one: TrainingOpinion): string {
  return one.context ?? one.text;
}

function scores(e: Evaluation): ModelScores {
  return {
    classAccuracy: e.classAccuracy,
    proposalAccuracy: e.proposalAccuracy,
    topicTop1: e.topicTop1,
    topicTop3: e.topicTop3,
    items: e.opinions,
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)}％`;
