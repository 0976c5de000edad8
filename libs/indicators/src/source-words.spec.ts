import { OPINION_CLASS_LABELS, DomainError } from '@kotae/kernel';
import type { CountedOpinion } from './facts';
import { readSource } from './read-source';
import { countingSentence, sourceWords, type SourceNames } from './source-words';
import { stepWords, stepsOf, type LedgerEntry } from './why-restated';

const names: SourceNames = {
  classes: { ...OPINION_CLASS_LABELS, complaint: '要望' },
  topics: new Map([['roads', '道路']]),
  sections: new Map([['s1', '道路課']]),
};
const period = { first: 2025, last: 2029 };
const nameOf = (id: string) => `指標${id}`;
const say = (...[definition, of = period]: [Parameters<typeof countingSentence>[0], (typeof period | null)?]) =>
  countingSentence(definition, of, names, nameOf);

describe('a way of counting in words', () => {
  it('is a whole sentence for every kind', () => {
    expect(say({ mode: 'annual', source: { kind: 'facts', measure: 'class' } })).toBe(
      'すべての意見を、受け付けた年度ごとに数えます。',
    );
    expect(
      say({
        mode: 'annual',
        source: {
          kind: 'facts',
          measure: 'outcome',
          outcomes: ['implemented', 'planned', 'difficult'],
          classes: ['complaint'],
          channels: ['web'],
          topics: ['roads', 'parks'],
          sectionIds: ['s1'],
          districts: ['北'],
        },
      }),
    ).toBe(
      '分類が要望、受付経路がウェブ、分野が道路またはparks、担当課が道路課、地区が北で、' +
        '対応が「実施しました」、「実施する予定です」または「難しい状況です」になった意見を、対応が決まった日の年度ごとに数えます。',
    );
    expect(say({ mode: 'cumulative', source: { kind: 'typed' } })).toBe(
      '担当者が、年度ごとの値を出典とともに入力します。計画の5年間（令和7年度〜令和11年度）を足し上げます。',
    );
    expect(say({ mode: 'yoy_change', source: { kind: 'imported' } }, null)).toContain('前の年度からの増減');
    expect(say({ mode: 'annual', source: { kind: 'formula', op: 'ratio', indicatorIds: ['a', 'b'] } })).toBe(
      '「指標a」を「指標b」で割り、割合（％）を年度ごとに計算します。',
    );
    for (const op of ['share_met', 'mean_achievement', 'sum'] as const)
      expect(say({ mode: 'annual', source: { kind: 'formula', op, indicatorIds: ['a', 'b'] } })).toContain(
        '「指標a」「指標b」',
      );
  });

  it('names every restriction in the short line, too', () => {
    const source = { kind: 'facts', measure: 'outcome', outcomes: ['implemented'], topics: ['roads'] } as const;
    expect(sourceWords({ mode: 'annual', source }, names)).toBe(
      '意見から自動で数えます（「実施しました」、分野が道路、対応が決まった日の年度）',
    );
  });
});

describe('readSource', () => {
  const wrong = (raw: unknown): string[] => {
    try {
      readSource(raw);
    } catch (error) {
      if (error instanceof DomainError) return error.fields.map((f) => f.field);
      throw error;
    }
    return [];
  };

  it('takes what it knows and nothing else', () => {
    expect(
      readSource({ kind: 'facts', measure: 'class', classes: ['complaint', 'complaint'], topics: null, secret: 1 }),
    ).toEqual({ kind: 'facts', measure: 'class', classes: ['complaint'] });
    expect(readSource({ kind: 'formula', op: 'ratio', indicatorIds: ['b', 'a'] })).toEqual({
      kind: 'formula',
      op: 'ratio',
      indicatorIds: ['b', 'a'],
    });
    expect(readSource({ kind: 'imported' })).toEqual({ kind: 'imported' });
  });

  it('names what it does not know', () => {
    expect(wrong(null)).toEqual(['kind']);
    expect(wrong({ kind: 'sql' })).toEqual(['kind']);
    expect(wrong({ kind: 'facts' })).toEqual(['measure']);
    expect(wrong({ kind: 'facts', measure: 'class', classes: ['nothing'], districts: 'x' })).toEqual([
      'classes',
      'districts',
    ]);
    expect(wrong({ kind: 'formula', op: 'eval', indicatorIds: [1] })).toEqual(['op', 'indicatorIds']);
  });
});

describe('why a number is another', () => {
  const state: CountedOpinion = {
    opinionId: 'o1',
    countedOn: '2026-03-31',
    class: 'complaint',
    outcome: null,
    topic: 'roads',
    sectionId: 's1',
    channel: 'web',
    district: null,
  };
  const entry = (seq: number, sign: 1 | -1, at: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
    ...state,
    seq,
    sign,
    measure: 'class',
    recordedAt: new Date(at),
    actorName: '広田',
    reason: null,
    ...change,
  });

  it('joins what was taken back with what was entered in the same decision', () => {
    const steps = stepsOf([
      entry(1, -1, '2026-06-01T00:00:00Z'),
      entry(2, 1, '2026-06-01T00:00:00Z', { class: 'policy_proposal', topic: 'parks', countedOn: '2026-03-30' }),
      entry(3, -1, '2026-06-02T00:00:00Z', { class: 'policy_proposal', topic: 'parks' }),
      entry(4, 1, '2026-06-03T00:00:00Z', { opinionId: 'o2' }),
    ]);
    expect(steps.map((step) => stepWords(step, names))).toEqual([
      ['分類：要望 → 政策提案', '分野：道路 → parks', '数える日：令和8年3月31日 → 令和8年3月30日'],
      ['数えるのをやめました（取り下げ・統合など）'],
      ['はじめて数えました'],
    ]);
  });

  it('does not join decisions of different times or opinions', () => {
    const steps = stepsOf([
      entry(1, -1, '2026-06-01T00:00:00Z'),
      entry(2, 1, '2026-06-02T00:00:00Z'),
      entry(3, -1, '2026-06-03T00:00:00Z'),
      entry(4, 1, '2026-06-03T00:00:00Z', { opinionId: 'o2' }),
    ]);
    expect(steps.map(({ before, after }) => [before !== null, after !== null])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
    ]);
  });
});
