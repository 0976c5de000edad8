import { newId, type Clock } from '@kotae/kernel';
import type { Evaluation } from './evaluate';
import type { Topic, TrainingOpinion } from './labels';

/** A model as it is kept: every version stays. */
export interface StoredModel {
  readonly version: string;
  readonly trainedAt: Date;
  readonly trainedOn: number;
  readonly active: boolean;
  readonly evaluation: ModelScores | null;
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

export interface ModelStore {
  active(): Promise<StoredModel | null>;
  add(model: StoredModel): Promise<void>;
  /** People's decisions, oldest first, at most the newest `limit`. */
  decisions(limit: number): Promise<(TrainingOpinion & { decidedAt: Date })[]>;
}

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
}

const MOST_DECISIONS = 20_000;
/** Fewer newer decisions than this say nothing about which model is better. */
const FEWEST_TO_COMPARE = 30;
/** The newest part of the decisions is kept for the comparison and not learnt from. */
const COMPARED_SHARE = 0.2;
/** Worse by less than this is the same within what so few decisions can tell. */
const TOLERANCE = 0.005;

/**
 * Trains from the product's letters and the section's own decisions. The new model is compared with the present one on
 * decisions newer than both, and takes over only when it is not worse. Both are kept.
 */
export async function trainModel(context: TrainingContext): Promise<StoredModel> {
  const now = context.clock.now();
  const present = await context.models.active();
  const decisions = await context.models.decisions(MOST_DECISIONS);
  const since = present?.trainedAt.getTime() ?? 0;
  const newer = decisions.filter((d) => d.decidedAt.getTime() > since);
  const compared =
    present !== null && newer.length >= FEWEST_TO_COMPARE
      ? newer.slice(-Math.max(FEWEST_TO_COMPARE, Math.round(newer.length * COMPARED_SHARE)))
      : [];
  const learnt = decisions.slice(0, decisions.length - compared.length);
  // The demo city's decisions are the product's own letters: the same opinion teaches once.
  const known = new Set(context.letters.map((letter) => letter.text));
  const own = learnt.filter((decision) => !known.has(decision.text));
  const samples = [...context.letters, ...own];
  const version = `${now.toISOString().slice(0, 10)}-${newId(now.getTime()).slice(-6)}`;
  const content = await context.trainer.train(samples, context.topics, version, now.toISOString());

  let takesOver = true;
  let evaluation: ModelScores | null = null;
  let words = `${samples.length}件の意見（付属の手紙 ${context.letters.length}件、職員の判断 ${own.length}件）から学習しました。`;
  if (present !== null && compared.length > 0) {
    const after = scores(await context.trainer.assess(content, compared, context.topics));
    const before = scores(await context.trainer.assess(present.content, compared, context.topics));
    takesOver =
      after.classAccuracy >= before.classAccuracy - TOLERANCE && after.topicTop1 >= before.topicTop1 - TOLERANCE;
    evaluation = after;
    words += `新しい判断${compared.length}件で比べた結果、分類の正解は${percent(before.classAccuracy)}から${percent(after.classAccuracy)}、分野の正解は${percent(before.topicTop1)}から${percent(after.topicTop1)}になりました。`;
    words += takesOver ? '新しいモデルに切り替えました。' : '前のモデルより悪くなったため、切り替えていません。';
  } else {
    words +=
      present === null ? '最初のモデルです。' : '比べられる新しい判断がまだ少ないため、比較せずに切り替えました。';
  }
  const stored: StoredModel = {
    version,
    trainedAt: now,
    trainedOn: samples.length,
    active: takesOver,
    evaluation,
    words,
    content,
  };
  await context.models.add(stored);
  return stored;
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
