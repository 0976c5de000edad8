import type { Evaluation, TrainingOpinion } from './index';
import { assessModel, deserialiseModel, serialiseModel, STANDARD_TOPICS, train } from './index';
import {
  tookOver,
  trainModel,
  type DatedDecision,
  type ModelStore,
  type StoredModel,
  type Trainer,
} from './train-model';

const NOW = new Date('2026-11-21T01:00:00Z');

function opinion(text: string, over: Partial<TrainingOpinion> = {}): TrainingOpinion {
  return {
    text,
    subject: null,
    channel: null,
    class: 'complaint',
    subtype: null,
    topic: 'roads',
    decidedOn: null,
    context: `拝啓。${text}`,
    ...over,
  };
}
const pothole = (i: number) => opinion(`${i}番地の側溝がこわれています。直してください。`);
const library = (i: number) => opinion(`図書館は${i}日に開きますか。`, { class: 'inquiry', topic: 'culture' });
const decided = (one: TrainingOpinion, day: number): DatedDecision => ({
  ...one,
  decidedAt: new Date(Date.UTC(2026, 9, 1 + day)),
});
const LETTERS = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? pothole(i) : library(i)));

class Models implements ModelStore {
  readonly added: StoredModel[] = [];
  constructor(
    private readonly present: StoredModel | null,
    private readonly made: readonly DatedDecision[] = [],
    private readonly unsorted: readonly string[] = [],
  ) {}
  inUse = async () => this.present;
  content = async (version: string) => {
    if (version !== this.present?.version) throw new RangeError('another version');
    return this.present.content;
  };
  add = async (model: StoredModel, judgedAgainst: string | null) => {
    expect(judgedAgainst).toBe(this.present?.version ?? null);
    this.added.push(model);
  };
  decisions = async (limit: number) => this.made.slice(-limit);
  waiting = async (bodies: readonly string[]) => new Set(bodies.filter((body) => this.unsorted.includes(body)));
}

/** Trains for real, and remembers on what. */
class Remembering implements Trainer {
  learnt: readonly TrainingOpinion[] = [];
  compared: readonly TrainingOpinion[] = [];
  train: Trainer['train'] = async (samples, topics, version, trainedAt) => {
    this.learnt = samples;
    return serialiseModel(train(samples, { topics, version, trainedAt }));
  };
  assess: Trainer['assess'] = async (model, samples, topics): Promise<Evaluation> => {
    this.compared = samples;
    return assessModel(deserialiseModel(model), samples, topics);
  };
}

function stored(samples: readonly TrainingOpinion[], trainedAt: string): StoredModel {
  const content = serialiseModel(train(samples, { version: 'old', trainedAt, topics: STANDARD_TOPICS }));
  return {
    version: 'old',
    trainedAt: new Date(trainedAt),
    trainedOn: samples.length,
    active: true,
    evaluation: null,
    words: '',
    content,
  };
}

function again(models: Models, trainer: Trainer = new Remembering(), letters = LETTERS) {
  return trainModel({
    models,
    trainer,
    clock: { now: () => NOW },
    topics: STANDARD_TOPICS,
    letters,
    classNames: {
      complaint: 'お困りごと',
      operations_improvement: '改善',
      policy_proposal: '提案',
      inquiry: 'お問合せ',
      appreciation: '感謝',
      out_of_scope: '対象外',
    },
  });
}

describe('training again', () => {
  it('makes the first model without comparing, and says so', async () => {
    const models = new Models(null);
    const model = await again(models);
    expect(models.added).toEqual([model]);
    expect(tookOver(model.evaluation)).toBe(true);
    expect(model).toMatchObject({ active: true, evaluation: null, trainedOn: 60 });
    expect(model.words).toBe('60件の意見（付属の手紙 60件、職員の判断 0件）から学習しました。最初のモデルです。');
  });

  it('leaves the product’s letters that wait to be sorted out of it', async () => {
    const trainer = new Remembering();
    const model = await again(
      new Models(null, [], [LETTERS[3]!.context!, LETTERS[8]!.context!, 'ほかの手紙']),
      trainer,
    );
    expect(trainer.learnt).toEqual(LETTERS.filter((_, i) => i !== 3 && i !== 8));
    expect(model.words).toContain('いま振り分けを待っている手紙と同じ2件は学習に使っていません');
  });

  it('takes an opinion as staff decided it rather than as it came with the product', async () => {
    const trainer = new Remembering();
    const corrected = decided({ ...LETTERS[0]!, topic: 'parks' }, 1);
    await again(new Models(stored(LETTERS, '2026-11-01T00:00:00Z'), [corrected]), trainer);
    expect(trainer.learnt.filter(({ text }) => text === corrected.text)).toEqual([corrected]);
  });

  describe('with enough newer decisions', () => {
    // The city calls potholes proposals about parks: the old model cannot know.
    const newer = Array.from({ length: 200 }, (_, i) =>
      decided({ ...pothole(1000 + i), class: 'policy_proposal', topic: 'parks' }, i / 10),
    );

    it('compares both on decisions that neither has learnt, takes over, and tells what changed by the city’s names', async () => {
      const trainer = new Remembering();
      const models = new Models(stored(LETTERS, '2026-09-01T00:00:00Z'), newer);
      const model = await again(models, trainer);
      expect(trainer.compared).toEqual(newer.slice(-40));
      const held = new Set(trainer.compared.map(({ text }) => text));
      expect(trainer.learnt.filter(({ text }) => held.has(text))).toEqual([]);
      expect(model.active).toBe(true);
      expect(model.evaluation).toMatchObject({ classAccuracy: 1, items: 40, before: { classAccuracy: 0, items: 40 } });
      expect(model.evaluation?.changes?.map(({ words }) => words)).toEqual([
        '提案：40件のうち、正解が0件から40件に増えました。お困りごととの取り違えが40件から0件に減りました。',
        '公園・緑化：40件のうち、正解が0件から40件に増えました。道路・側溝・街路灯との取り違えが40件から0件に減りました。',
      ]);
      expect(model.words).toContain('新しいモデルに切り替えました');
      expect(tookOver(model.evaluation)).toBe(true);
    });

    it('keeps the model before when the new one is worse, and says why', async () => {
      const good = stored([...LETTERS, ...newer], '2026-09-01T00:00:00Z');
      const forgetful: Trainer = {
        train: async (_, topics, version, trainedAt) => serialiseModel(train(LETTERS, { topics, version, trainedAt })),
        assess: new Remembering().assess,
      };
      const models = new Models(good, newer);
      const model = await again(models, forgetful);
      expect(models.added).toEqual([model]);
      expect(model.active).toBe(false);
      expect(tookOver(model.evaluation)).toBe(false);
      expect(model.words).toContain(
        '分類と分野の正解が前のモデルより下がったので、切り替えずに前のモデルを使い続けます。',
      );
      expect(model.evaluation?.changes?.[0]?.words).toContain('正解が40件から0件に減りました');
    });

    it('holds every opinion of a compared letter back, also where it came with the product', async () => {
      const trainer = new Remembering();
      const last = newer.at(-1)!;
      const sibling = opinion('もう一つお願いです。', { context: last.context ?? null });
      await again(new Models(stored(LETTERS, '2026-09-01T00:00:00Z'), newer), trainer, [...LETTERS, sibling, last]);
      expect(trainer.learnt.map(({ context }) => context)).not.toContain(last.context);
    });
  });

  it('does not compare on too few newer decisions', async () => {
    const few = Array.from({ length: 29 }, (_, i) => decided(pothole(2000 + i), i));
    const model = await again(new Models(stored(LETTERS, '2026-09-01T00:00:00Z'), few));
    expect(model).toMatchObject({ active: true, evaluation: null });
    expect(model.words).toContain('比べられる新しい判断がまだ少ない');
  });
});
