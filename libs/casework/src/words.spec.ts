import { OPINION_CLASS_LABELS } from '@kotae/kernel';
import { CASE_FACT_KINDS } from './case-fact';
import { compileReply } from './compile-reply';
import { historyReason, historySentence } from './history';
import { fileOf } from './memory-cases';
import { actionsFor, type Abilities } from './submission-actions';
import { whatItNeeds, type NeedsSource } from './what-it-needs';

const NAMES = {
  topics: new Map([['roads', '道路']]),
  sections: new Map([
    ['roads', '道路課'],
    ['works', '建設課'],
  ]),
  classes: { ...OPINION_CLASS_LABELS, complaint: '困りごと' },
  finerClasses: new Map([['light', '街路灯']]),
};

describe('the sentences of a history', () => {
  it('exist for every kind of fact, whatever its details, and end as sentences do', () => {
    for (const kind of CASE_FACT_KINDS) {
      for (const details of [{}, { ordinal: 2, sectionId: 'roads', opinions: 'nonsense', relabelled: [null] }]) {
        const sentence = historySentence(kind, details, NAMES);
        expect(sentence).toMatch(/[。】]$/);
        expect(sentence).not.toMatch(/undefined|null|\[object/);
      }
    }
  });

  it('speak of classes as the city calls them, and of a section that took over', () => {
    const opinion = { ordinal: 1, class: 'complaint', finerClass: 'light', topic: 'roads', sectionId: 'roads' };
    expect(historySentence('opinions_decided', { opinions: [opinion] }, NAMES)).toContain(
      '【困りごと・街路灯／道路／道路課】',
    );
    expect(historySentence('section_moved', { ordinal: 1, from: 'roads', sectionId: 'works' }, NAMES)).toBe(
      '組織の変更により、意見1の担当を道路課から建設課に引き継ぎました。',
    );
  });

  it('differ from kind to kind', () => {
    const sentences = CASE_FACT_KINDS.map((kind) => historySentence(kind, {}, NAMES));
    expect(new Set(sentences).size).toBe(CASE_FACT_KINDS.length);
  });

  it('do not break on a kind that a later version wrote', () => {
    expect(historySentence('teleported', {}, NAMES)).toContain('この版では表示できません');
  });

  it('give the reason, or what was said, beside the sentence', () => {
    expect(historyReason({ reason: '所管が違うため' })).toBe('所管が違うため');
    expect(historyReason({ comment: '数字を確かめて' })).toBe('数字を確かめて');
    expect(historyReason({ reason: null })).toBeNull();
  });
});

describe('what a submission needs', () => {
  const source = (changes: Partial<NeedsSource>): NeedsSource => ({
    state: 'triaged',
    replyWanted: true,
    doNotContact: false,
    replyState: null,
    opinions: [],
    ...changes,
  });
  const opinion = (answerState: NeedsSource['opinions'][number]['answerState'], sectionName = '道路課') => ({
    answerState,
    sectionName,
    nextLookOn: null,
  });

  it.each([
    [source({ state: 'received' }), '振り分け'],
    [source({ opinions: [opinion('waiting'), opinion('sent_back', '環境課')] }), '回答案（道路課・環境課）'],
    [source({ opinions: [opinion('draft'), opinion('submitted', '環境課')] }), '回答案（道路課） 決裁（環境課）'],
    [source({ state: 'answered' }), '発送'],
    [source({ state: 'answered', replyWanted: false }), '供覧'],
    [source({ state: 'answered', doNotContact: true }), '供覧'],
    [source({ state: 'answered', replyState: 'sending' }), '送信中'],
    [source({ state: 'answered', replyState: 'failed' }), '再送（メール不達）'],
    [
      source({ state: 'replied', opinions: [{ ...opinion('approved'), nextLookOn: '2027-04-01' }] }),
      '見直し（令和9年4月1日）',
    ],
    [source({ state: 'forwarded' }), '移ちょう済み'],
  ])('%#', (given, words) => {
    expect(whatItNeeds(given)).toBe(words);
  });
});

describe('what a screen offers', () => {
  const all: Abilities = {
    triage: true,
    close: true,
    register: true,
    write: true,
    approve: true,
    outcome: true,
    reply: true,
    publish: true,
  };
  const none = Object.fromEntries(Object.keys(all).map((key) => [key, false])) as unknown as Abilities;
  const actor = { kind: 'staff', staffId: 'x', name: 'x', role: 'desk', sectionId: null } as const;

  it('is nothing for a role that may do nothing, in any state', () => {
    for (const state of ['received', 'triaged', 'answered', 'replied', 'circulated', 'forwarded'] as const) {
      expect(actionsFor(fileOf({ state, urgent: 'danger' }), actor, none)).toEqual([]);
    }
  });

  it('follows the state', () => {
    expect(actionsFor(fileOf(), actor, all)).toEqual([
      'triage',
      'decide_urgency',
      'assign',
      'circulate',
      'forward',
      'attach_scan',
    ]);
    expect(actionsFor(fileOf({ state: 'circulated' }), actor, all)).toEqual([
      'retriage',
      'decide_urgency',
      'attach_scan',
    ]);
  });
});

describe('a compiled reply', () => {
  const city = { name: 'こだま市', replySigner: '市長', deskName: '秘書広報課', deskPhone: '0299-00-0000' };

  it("opens with the city's words, the day and the number, and goes out as it was kept", () => {
    const draft = compileReply(fileOf(), city, new Map());
    expect(draft.opening).toContain('令和8年11月19日に受け付けましたご意見（受付番号 R8-000123）');
    expect(draft.closing).toContain('秘書広報課（電話 0299-00-0000）');
    expect(draft).toMatchObject({ state: 'draft', version: 0, parts: [] });
    const part = { opinionId: 'a', ordinal: 1, quote: '図書館を', answer: '延ばします', sectionName: '生涯学習課' };
    const reply = {
      id: 'r',
      state: 'sent' as const,
      channel: 'email' as const,
      signer: '前の市長',
      opening: '前の書き出し',
      closing: '前の結び',
      parts: [part],
      sentOn: '2026-11-20',
      sentAt: null,
      version: 3,
    };
    expect(compileReply(fileOf({ reply }), city, new Map())).toMatchObject({ signer: '前の市長', parts: [part] });
    expect(compileReply(fileOf({ reply: { ...reply, state: 'draft' } }), city, new Map())).toMatchObject({
      signer: '市長',
      opening: '前の書き出し',
      parts: [],
    });
  });
});
