import { OPINION_CLASSES, PROPOSAL_CLASSES, type OpinionClass } from '@kotae/kernel';
import { hashText } from './hashing';
import type { Topic, TrainingOpinion } from './labels';
import type { Model } from './model';
import { groupNearDuplicates } from './near-duplicates';
import { surroundings, viewOf } from './opinion-view';
import { rankClasses, rankSubtypes, rankTopics, type Confident } from './predict';
import { train } from './train';

/** How a share of right answers looks where the suggestion said `from` … `to`. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was said. */
  readonly said: number;
  /** Share that was right. */
  readonly right: number;
}

/** `table[decided][suggested]`, in the order of `labels`. */
export interface Confusion {
  readonly labels: readonly string[];
  readonly table: readonly (readonly number[])[];
}

/** Shares are 0…1. */
export interface Evaluation {
  readonly opinions: number;
  readonly classAccuracy: number;
  /** Mean F1 over the classes that occur. */
  readonly classMacroF1: number;
  readonly perClass: readonly {
    readonly code: OpinionClass;
    readonly count: number;
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
  }[];
  /** Share of opinions whose 提案 / not 提案 is right. */
  readonly proposalAccuracy: number;
  readonly subtypeAccuracy: number;
  readonly topicTop1: number;
  readonly topicTop3: number;
  readonly perTopic: readonly { readonly code: string; readonly count: number; readonly right: number }[];
  readonly classConfusion: Confusion;
  readonly topicConfusion: Confusion;
  readonly classCalibration: readonly CalibrationBin[];
  readonly topicCalibration: readonly CalibrationBin[];
}

/** What was decided and what had been suggested. */
export interface Judged {
  readonly decided: TrainingOpinion;
  readonly classes: readonly Confident<string>[];
  readonly topics: readonly Confident<string>[];
  readonly subtype: string | null;
}

export interface CrossValidationOptions {
  readonly topics: readonly Topic[];
  /** Five when absent. */
  readonly folds?: number;
  /** Learnt from in every fold, never judged. */
  readonly trainingOnly?: readonly TrainingOpinion[];
  /** Opinions with the same key stay in one fold; by default those of one letter and of near-duplicate letters. */
  readonly groupOf?: (sample: TrainingOpinion) => string;
}

/** Cross-validation: every sample is judged by a model that has not seen it, its letter or its near-duplicates. */
export function evaluate(samples: readonly TrainingOpinion[], options: CrossValidationOptions): Evaluation {
  return summarise(crossValidate(samples, options), options.topics);
}

export function crossValidate(samples: readonly TrainingOpinion[], options: CrossValidationOptions): Judged[] {
  const folds = options.folds ?? 5;
  const groupOf = options.groupOf ?? nearDuplicateGroups(samples);
  const foldOf = samples.map((sample) => hashText(groupOf(sample), 0xf01d) % folds);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const held = samples.filter((_, i) => foldOf[i] === fold);
    const rest = [...samples.filter((_, i) => foldOf[i] !== fold), ...(options.trainingOnly ?? [])];
    if (held.length === 0 || rest.length === 0) continue;
    const model = train(rest, { version: `fold-${fold}`, trainedAt: '', topics: options.topics });
    for (const sample of held) judged.push(judge(model, options.topics, sample));
  }
  return judged;
}

/** Judges a finished model on decisions it has not learnt from; re-training compares two models so. */
export function assessModel(model: Model, samples: readonly TrainingOpinion[], topics: readonly Topic[]): Evaluation {
  return summarise(
    samples.map((sample) => judge(model, topics, sample)),
    topics,
  );
}

/** The answer of a finished model beside what was decided. */
export function judge(model: Model, topics: readonly Topic[], decided: TrainingOpinion): Judged {
  const view = viewOf({ ...decided, ...surroundings(decided.text, decided.context) });
  return {
    decided,
    classes: rankClasses(model, view).ranked,
    topics: rankTopics(model, topics, view).ranked,
    subtype: decided.subtype === null ? null : (rankSubtypes(model, view).ranked[0]?.code ?? null),
  };
}

function nearDuplicateGroups(samples: readonly TrainingOpinion[]): (sample: TrainingOpinion) => string {
  const keyOf = (sample: TrainingOpinion): string => sample.context ?? sample.text;
  const first = new Map<string, string>();
  const items = [...new Set(samples.map(keyOf))].map((text) => ({ id: text, text }));
  for (const group of groupNearDuplicates(items)) for (const id of group) first.set(id, group[0]!);
  return (sample) => first.get(keyOf(sample)) ?? keyOf(sample);
}

/** The figures of a report from answers judged one by one. */
export function summarise(judged: readonly Judged[], topics: readonly Topic[]): Evaluation {
  const share = (right: (one: Judged) => boolean, among: readonly Judged[] = judged): number =>
    among.filter(right).length / Math.max(1, among.length);
  const codes = [...new Set([...topics.map((t) => t.code), ...judged.map((one) => one.decided.topic)])];
  const classConfusion = confusion(
    OPINION_CLASSES,
    judged,
    (j) => j.decided.class,
    (j) => j.classes[0]?.code,
  );
  const topicConfusion = confusion(
    codes,
    judged,
    (j) => j.decided.topic,
    (j) => j.topics[0]?.code,
  );
  const perClass = OPINION_CLASSES.map((code, i) => {
    const row = classConfusion.table[i]!;
    const hits = row[i]!;
    const count = sum(row);
    const said = sum(classConfusion.table.map((other) => other[i]!));
    const precision = said > 0 ? hits / said : 0;
    const recall = count > 0 ? hits / count : 0;
    return { code, count, precision, recall, f1: count + said > 0 ? (2 * hits) / (count + said) : 0 };
  });
  const present = perClass.filter((one) => one.count > 0);
  const typed = judged.filter((one) => one.decided.subtype !== null);
  return {
    opinions: judged.length,
    classAccuracy: share((j) => j.classes[0]?.code === j.decided.class),
    classMacroF1: sum(present.map((one) => one.f1)) / Math.max(1, present.length),
    perClass,
    proposalAccuracy: share((j) => isProposal(j.classes[0]?.code) === isProposal(j.decided.class)),
    subtypeAccuracy: share((j) => j.subtype === j.decided.subtype, typed),
    topicTop1: share((j) => j.topics[0]?.code === j.decided.topic),
    topicTop3: share((j) => j.topics.slice(0, 3).some((topic) => topic.code === j.decided.topic)),
    perTopic: codes.map((code, i) => {
      const row = topicConfusion.table[i]!;
      return { code, count: sum(row), right: row[i]! / Math.max(1, sum(row)) };
    }),
    classConfusion,
    topicConfusion,
    classCalibration: bins(judged.map((j) => [j.classes[0]?.confidence ?? 0, j.classes[0]?.code === j.decided.class])),
    topicCalibration: bins(judged.map((j) => [j.topics[0]?.confidence ?? 0, j.topics[0]?.code === j.decided.topic])),
  };
}

function isProposal(code: string | undefined): boolean {
  return (PROPOSAL_CLASSES as readonly (string | undefined)[]).includes(code);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function confusion(
  labels: readonly string[],
  judged: readonly Judged[],
  decided: (one: Judged) => string,
  suggested: (one: Judged) => string | undefined,
): Confusion {
  const at = new Map(labels.map((label, i) => [label, i]));
  const table = labels.map(() => labels.map(() => 0));
  for (const one of judged) {
    const i = at.get(decided(one));
    const j = at.get(suggested(one) ?? '');
    if (i !== undefined && j !== undefined) table[i]![j]! += 1;
  }
  return { labels, table };
}

const BIN_EDGES = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001];

function bins(answers: readonly (readonly [said: number, right: boolean])[]): CalibrationBin[] {
  return BIN_EDGES.slice(1).flatMap((to, i) => {
    const from = BIN_EDGES[i]!;
    const inside = answers.filter(([said]) => said >= from && said < to);
    if (inside.length === 0) return [];
    return [
      {
        from,
        to: Math.min(1, to),
        count: inside.length,
        said: sum(inside.map(([said]) => said)) / inside.length,
        right: inside.filter(([, right]) => right).length / inside.length,
      },
    ];
  });
}
