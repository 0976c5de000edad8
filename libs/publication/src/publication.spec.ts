import type { DomainEvent } from '@kotae/kernel';
import type { AnsweredCase } from './answered-case';
import { createPublication } from './create-publication';
import type { MarkVerdict } from './judge-marks';
import { makePublicText } from './make-public-text';
import type { PublicationContext, PublicationFact, PublicationStore } from './ports';
import { PUBLICATION_STATES, PUBLICATION_TRANSITIONS, type Publication } from './publication';
import { publish } from './publish';
import { savePublication } from './save-publication';
import { findUnresolvedPersonalInformation } from './unresolved';
import { withdraw } from './withdraw';

const REPLIED: AnsweredCase = {
  submissionId: 's',
  state: 'replied',
  subject: null,
  receivedOn: '2026-10-01',
  answeredOn: '2026-10-12',
  publishConsent: true,
  opinions: [
    {
      id: 'a',
      ordinal: 1,
      text: '図書館を夜8時まで開けてください。電話は090-1234-5678です。',
      answer: '10月から試行します。',
      topic: 'culture',
      sectionId: 'culture',
      outcome: 'planned',
    },
    {
      id: 'b',
      ordinal: 2,
      text: '駅前にも分館を。',
      answer: '検討します。',
      topic: 'culture',
      sectionId: 'culture',
      outcome: null,
    },
  ],
};

class MemoryPublications implements PublicationStore {
  readonly rows = new Map<string, { publication: Publication; grams: readonly number[] }>();
  readonly facts: PublicationFact[] = [];
  readonly events: DomainEvent[] = [];
  told = 0;
  constructor(public source: AnsweredCase | null) {}
  openCase = async (id: string) => (this.source?.submissionId === id ? this.source : null);
  open = async (id: string) => this.rows.get(id)?.publication ?? null;
  taken = async (ids: readonly string[]) =>
    ids.filter((id) =>
      [...this.rows.values()].some(({ publication: p }) => p.state !== 'withdrawn' && p.opinionIds.includes(id)),
    );
  add = async (publication: Publication) => void this.rows.set(publication.id, { publication, grams: [] });
  save = async (publication: Publication, grams: readonly number[]) =>
    void this.rows.set(publication.id, { publication, grams });
  marks: { publicationId: string; day: string; verdicts: readonly MarkVerdict[] }[] = [];
  recordMarks = async (publicationId: string, day: string, verdicts: readonly MarkVerdict[]) =>
    void this.marks.push({ publicationId, day, verdicts });
  appendFact = async (fact: PublicationFact) => void this.facts.push(fact);
  tellDesks = async () => void this.told++;

  readonly context: PublicationContext = {
    uow: {
      run: (work) => work({ publications: this, outbox: { add: async (event) => void this.events.push(event) } }),
    },
    clock: { now: () => new Date('2026-11-20T16:00:00Z') },
    actor: { kind: 'staff', staffId: 'x', name: '佐藤', role: 'desk', sectionId: null },
    publicWords: [],
  };
}

describe('the way of a public text', () => {
  it('reaches every state, and only a withdrawn text has reached its end', () => {
    const reached = new Set(['draft', ...PUBLICATION_STATES.flatMap((s) => Object.values(PUBLICATION_TRANSITIONS[s]))]);
    expect([...reached].sort()).toEqual([...PUBLICATION_STATES].sort());
    const ends = PUBLICATION_STATES.filter((s) => Object.keys(PUBLICATION_TRANSITIONS[s]).length === 0);
    expect(ends).toEqual(['withdrawn']);
  });
});

describe('makePublicText', () => {
  it('keeps opinions and answers in step, numbered, with personal information masked', () => {
    expect(makePublicText(REPLIED, [])).toEqual({
      title: '図書館を夜8時まで開けてください',
      question: '（1）図書館を夜8時まで開けてください。電話は●●です。\n\n（2）駅前にも分館を。',
      answer: '（1）10月から試行します。\n\n（2）検討します。',
    });
  });

  it('takes the title from the subject, and cuts a long first sentence with an ellipsis', () => {
    const one = { ...REPLIED, opinions: REPLIED.opinions.slice(1) };
    expect(makePublicText({ ...one, subject: ' 分館について ' }, []).title).toBe('分館について');
    const long = makePublicText({ subject: null, opinions: [{ ...REPLIED.opinions[1]!, text: '長'.repeat(90) }] }, []);
    expect(long.title).toBe(`${'長'.repeat(39)}…`);
    expect(makePublicText(one, []).question).toBe('駅前にも分館を。');
  });

  it('leaves nothing for a person to resolve in what it made', () => {
    expect(findUnresolvedPersonalInformation(makePublicText(REPLIED, []), [], [])).toEqual([]);
  });
});

describe('createPublication', () => {
  it('drafts the chosen opinions and tells the history with the sender’s wish', async () => {
    const store = new MemoryPublications({ ...REPLIED, publishConsent: false });
    const made = await createPublication(store.context, { submissionId: 's', opinionIds: ['a'] });
    expect(made).toMatchObject({
      state: 'draft',
      opinionIds: ['a'],
      topic: 'culture',
      outcome: 'planned',
      answeredOn: '2026-10-12',
      version: 1,
    });
    expect(store.facts).toMatchObject([
      { kind: 'publication_drafted', submissionId: 's', details: { publicationId: made.id, consent: false } },
    ]);
    expect(store.events).toEqual([{ name: 'PublicationChanged', payload: { publicationId: made.id } }]);
    expect(JSON.stringify([store.facts, store.events])).not.toContain('図書館');
  });

  it.each([
    ['an open case', { ...REPLIED, state: 'answered' as const }, ['a'], 'wrong_state'],
    ['a forwarded case', { ...REPLIED, state: 'forwarded' as const }, ['a'], 'wrong_state'],
    [
      'a circulated case whose opinion got no answer',
      { ...REPLIED, state: 'circulated' as const, opinions: [{ ...REPLIED.opinions[0]!, answer: null }] },
      ['a'],
      'wrong_state',
    ],
    ['no opinion', REPLIED, [], 'invalid_input'],
    ['an opinion of somewhere else', REPLIED, ['a', 'z'], 'invalid_input'],
  ])('refuses %s', async (_, source, opinionIds, code) => {
    const store = new MemoryPublications(source);
    await expect(createPublication(store.context, { submissionId: 's', opinionIds })).rejects.toMatchObject({ code });
    expect(store.rows.size).toBe(0);
  });

  it('makes one text of a circulated case with an answer, and no second one beside it', async () => {
    const store = new MemoryPublications({ ...REPLIED, state: 'circulated' });
    const made = await createPublication(store.context, { submissionId: 's', opinionIds: ['b', 'a'] });
    expect(made.opinionIds).toEqual(['a', 'b']);
    await expect(createPublication(store.context, { submissionId: 's', opinionIds: ['b'] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await withdraw(store.context, made.id, { version: 1, reason: '作り直すため' });
    await expect(createPublication(store.context, { submissionId: 's', opinionIds: ['b'] })).resolves.toMatchObject({
      state: 'draft',
    });
  });
});

describe('saving, publishing, withdrawing', () => {
  const drafted = async () => {
    const store = new MemoryPublications(REPLIED);
    const made = await createPublication(store.context, { submissionId: 's', opinionIds: ['a'] });
    return { store, id: made.id, text: { title: '開館時間', question: '夜8時まで', answer: '試行します。' } };
  };

  it('publishes on the day in Tokyo, with what it is found by', async () => {
    const { store, id, text } = await drafted();
    await savePublication(store.context, id, { ...text, cleared: [], hidden: [], version: 1 });
    expect(store.rows.get(id)?.grams).toEqual([]);
    const published = await publish(store.context, id, 2);
    expect(published).toMatchObject({ state: 'published', publishedOn: '2026-11-21', version: 3, title: '開館時間' });
    expect(store.rows.get(id)?.grams.length).toBeGreaterThan(3);
    expect(store.facts.at(-1)).toMatchObject({ kind: 'published', details: { publicationId: id, consent: true } });
  });

  it('refuses to publish while personal information is unresolved, and publishes once it is cleared or gone', async () => {
    const { store, id, text } = await drafted();
    const named = { ...text, answer: '電話 0299-48-1111 でどうぞ。090-1234-5678 も。' };
    await savePublication(store.context, id, { ...named, cleared: [], hidden: [], version: 1 });
    await expect(publish(store.context, id, 2)).rejects.toMatchObject({
      code: 'personal_data_unresolved',
      fields: [{ field: 'answer' }],
    });
    expect(store.rows.get(id)?.publication.state).toBe('draft');
    const found = findUnresolvedPersonalInformation(named, [], []).map((span) => span.text);
    expect(found).toContain('090-1234-5678');
    await savePublication(store.context, id, { ...named, cleared: found, hidden: [], version: 2 });
    await expect(publish(store.context, id, 3)).resolves.toMatchObject({ state: 'published' });
  });

  it('records with the publishing what became of the machine’s marks, without a word of the text', async () => {
    const { store, id } = await drafted();
    const question = '図書館を夜8時まで開けてください。電話は●●です。担当は●●です。';
    const hidden = [{ kind: 'name' as const, found: false }];
    const text = { title: '開館時間', answer: '10月から試行します。' };
    await savePublication(store.context, id, { ...text, question, cleared: [], hidden, version: 1 });
    expect(store.marks).toEqual([]);
    await publish(store.context, id, 2);
    expect(store.marks).toEqual([
      {
        publicationId: id,
        day: '2026-11-21',
        verdicts: [
          { kind: 'name', kept: 0, removed: 0, added: 1, rewritten: 0 },
          { kind: 'phone', kept: 1, removed: 0, added: 0, rewritten: 0 },
        ],
      },
    ]);
  });

  it('judges the marks while nothing is locked', async () => {
    const { store, id, text } = await drafted();
    await savePublication(store.context, id, { ...text, cleared: [], hidden: [], version: 1 });
    let locked = false;
    const read: boolean[] = [];
    const watched = (opinion: AnsweredCase['opinions'][number]) => ({
      ...opinion,
      get text() {
        read.push(locked);
        return opinion.text;
      },
    });
    store.source = { ...REPLIED, opinions: REPLIED.opinions.map(watched) };
    const run: PublicationContext['uow']['run'] = async (work) => {
      locked = true;
      return store.context.uow.run(work).finally(() => (locked = false));
    };
    await publish({ ...store.context, uow: { run } }, id, 2);
    expect(store.marks).toHaveLength(1);
    expect(new Set(read)).toEqual(new Set([false]));
  });

  it('takes the city’s own public words as no personal information', () => {
    const text = { title: '090-1234-5678', question: '', answer: '' };
    expect(findUnresolvedPersonalInformation(text, [], ['090-1234-5678'])).toEqual([]);
    expect(findUnresolvedPersonalInformation(text, [], [])).toMatchObject([
      { field: 'title', start: 0, kind: 'phone' },
    ]);
  });

  it('refuses an older version, an empty answer and a too long title, each by name', async () => {
    const { store, id, text } = await drafted();
    await expect(
      savePublication(store.context, id, { ...text, cleared: [], hidden: [], version: 7 }),
    ).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(
      savePublication(store.context, id, { ...text, title: '長'.repeat(121), cleared: [], hidden: [], version: 1 }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'title' }] });
    await savePublication(store.context, id, { ...text, answer: ' ', cleared: [], hidden: [], version: 1 });
    await expect(publish(store.context, id, 2)).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'answer' }],
    });
    await expect(publish(store.context, 'nothing', 1)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('withdraws with a reason only, keeps the text, and cannot be edited or published again', async () => {
    const { store, id } = await drafted();
    await publish(store.context, id, 1);
    await expect(withdraw(store.context, id, { version: 2, reason: '　' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'reason' }],
    });
    const gone = await withdraw(store.context, id, { version: 2, reason: '事実が変わったため' });
    expect(gone).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '事実が変わったため',
      withdrawnOn: '2026-11-21',
    });
    expect(gone.title).not.toBe('');
    await expect(publish(store.context, id, 3)).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(
      savePublication(store.context, id, {
        title: 'x',
        question: 'x',
        answer: 'x',
        cleared: [],
        hidden: [],
        version: 3,
      }),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(withdraw(store.context, id, { version: 3, reason: '再' })).rejects.toMatchObject({
      code: 'wrong_state',
    });
  });

  it('shows the outcome that was decided after the draft was made', async () => {
    const { store, id } = await drafted();
    store.source = { ...REPLIED, opinions: [{ ...REPLIED.opinions[0]!, outcome: 'implemented' }] };
    expect((await publish(store.context, id, 1)).outcome).toBe('implemented');
  });
});
