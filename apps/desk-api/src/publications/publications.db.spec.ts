import 'reflect-metadata';
import type { AccuracyView, HistoryEntry, Page, Problem, PublicationView, SubmissionDetail } from '@kotae/contracts';
import { PublicAnswerReader } from '@kotae/persistence';
import { answerAll, circulate, decideOutcome } from '../testing/test-answers';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('publishing a question and its answer', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let member: TestStaff;
  let approver: TestStaff;
  let readers: PublicAnswerReader;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    member = await desk.staff('section_member', 'transit');
    approver = await desk.staff('section_approver', 'transit');
    readers = new PublicAnswerReader(await desk.database.as('kotae_portal'));
  });
  afterAll(() => desk.close());

  /** A letter that ended as circulated with an approved answer. */
  async function answered(publishConsent = true): Promise<{ id: string; opinionIds: string[] }> {
    const id = await sendLetter(desk, { publishConsent, reply: { wanted: false, channel: null } });
    await triageAsOne(office, id);
    await answerAll(office, member, approver, id, '来年度の計画のなかで検討します。担当は公共交通課です。');
    await circulate(office, id);
    const { body } = await office.get<SubmissionDetail>(`/api/submissions/${id}`);
    return { id, opinionIds: body.opinions.map((o) => o.id) };
  }
  const create = (submissionId: string, opinionIds: string[]) =>
    office.send<PublicationView & Problem>('POST', '/api/publications', { submissionId, opinionIds });

  it('is drafted masked, edited, held back for personal information, published, found, withdrawn, and told in the history', async () => {
    const { id, opinionIds } = await answered();
    const { status, body: draft } = await create(id, opinionIds);
    expect(status).toBe(201);
    expect(draft).toMatchObject({
      state: 'draft',
      version: 1,
      publishConsent: true,
      topicName: '公共交通・バス',
      pii: [],
    });
    expect(draft.question).toContain('バス路線');
    expect(draft.question).not.toContain('090-1234-5678');
    expect(draft.receiptNumber).toMatch(/^R8-/);
    expect(await readers.one(draft.id)).toBeNull();

    const text = { title: '病院行きのバス路線', question: `${draft.question} 090-1111-2222`, answer: draft.answer };
    const saved = await office.send<PublicationView>('PUT', `/api/publications/${draft.id}`, {
      ...text,
      cleared: [],
      hidden: [{ kind: 'name', found: false }],
      version: 1,
    });
    expect(saved.body.hidden).toEqual([{ kind: 'name', found: false }]);
    expect(saved.body.pii).toMatchObject([{ field: 'question', text: '090-1111-2222', kind: 'phone' }]);
    const refused = await office.send<Problem>('POST', `/api/publications/${draft.id}/publish`, { version: 2 });
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 422,
      code: 'personal_data_unresolved',
    });
    expect(JSON.stringify(refused.body)).not.toContain('090');
    expect(await readers.one(draft.id)).toBeNull();

    await decideOutcome(office, id, 'planned', '2026-11-20');
    await office.send('PUT', `/api/publications/${draft.id}`, {
      ...text,
      cleared: ['090-1111-2222'],
      hidden: [],
      version: 2,
    });
    const stale = await office.send<Problem>('POST', `/api/publications/${draft.id}/publish`, { version: 2 });
    expect(stale.body.code).toBe('stale');
    const published = await office.send<PublicationView>('POST', `/api/publications/${draft.id}/publish`, {
      version: 3,
    });
    expect(published.body).toMatchObject({ state: 'published', publishedOn: '2026-11-20', version: 4 });
    expect(await readers.one(draft.id)).toMatchObject({ title: '病院行きのバス路線', outcome: 'planned' });
    const { body: accuracy } = await office.get<AccuracyView>('/api/accuracy?months=3&version=another');
    expect(accuracy.marks).toEqual([
      { month: '2026-11', kind: 'name', kept: 1, removed: 0, added: 0, rewritten: 0 },
      { month: '2026-11', kind: 'phone', kept: 1, removed: 1, added: 0, rewritten: 0 },
    ]);
    const found = await readers.page({ query: '総合病院', topic: 'transit', after: null, limit: 5 });
    expect(found.items.map((answer) => answer.id)).toEqual([draft.id]);

    const edit = await office.send<Problem>('PUT', `/api/publications/${draft.id}`, {
      ...text,
      cleared: [],
      hidden: [],
      version: 4,
    });
    expect(edit.body.code).toBe('wrong_state');
    const silent = await office.send<Problem>('POST', `/api/publications/${draft.id}/withdraw`, {
      version: 4,
      reason: ' ',
    });
    expect(silent.body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'reason' }] });
    const gone = await office.send<PublicationView>('POST', `/api/publications/${draft.id}/withdraw`, {
      version: 4,
      reason: '路線が決まったため',
    });
    expect(gone.body).toMatchObject({ state: 'withdrawn', withdrawnReason: '路線が決まったため' });
    expect(await readers.one(draft.id)).toBeNull();

    const { body: history } = await office.get<HistoryEntry[] | Page<HistoryEntry>>(`/api/submissions/${id}/history`);
    const kinds = (Array.isArray(history) ? history : history.items).map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind.startsWith('publi')).sort()).toEqual([
      'publication_drafted',
      'publication_withdrawn',
      'published',
    ]);
  });

  it('says when the sender did not consent, and still lets the city write a text of its own', async () => {
    const { id, opinionIds } = await answered(false);
    const { body } = await create(id, opinionIds);
    expect(body).toMatchObject({ state: 'draft', publishConsent: false });
    const [fact] = await desk.owner.query(
      `select details from case_fact where submission_id = $1 and kind = 'publication_drafted'`,
      [id],
    );
    expect(fact.details).toEqual({ publicationId: body.id, consent: false });
  });

  it('makes one text of an opinion, whoever asks how often at once', async () => {
    const { id, opinionIds } = await answered();
    const answers = await Promise.all([1, 2, 3].map(() => create(id, opinionIds)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409]);
  });

  it('refuses what was not answered, what is not there, and what is not an id', async () => {
    const open = await sendLetter(desk);
    await triageAsOne(office, open);
    const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${open}`);
    expect((await create(open, [letter.opinions[0]!.id])).body.code).toBe('wrong_state');
    expect((await create(open, [])).body).toMatchObject({ code: 'invalid_input', fields: [{ field: 'opinionIds' }] });
    expect((await create('01900000-0000-7000-8000-000000000000', [letter.opinions[0]!.id])).status).toBe(404);
    expect((await office.get('/api/publications/nothing')).status).toBe(404);
  });

  it('lists newest first, page by page, by state, for the desk only', async () => {
    const all = await office.get<Page<PublicationView>>('/api/publications');
    const ids = all.body.items.map((item) => item.id);
    expect(ids).toEqual([...ids].sort().reverse());
    const drafts = await office.get<Page<PublicationView>>('/api/publications?state=draft');
    expect(drafts.body.items.length).toBeGreaterThan(0);
    expect(drafts.body.items.every((item) => item.state === 'draft')).toBe(true);
    expect((await office.get('/api/publications?state=secret')).status).toBe(422);
    expect((await office.get('/api/publications?after=nonsense')).status).toBe(422);
    for (const who of [member, approver]) expect((await who.get('/api/publications')).status).toBe(403);
  });

  it('shows what became of it after publishing, with its day, and leaves the published wording alone', async () => {
    const { id, opinionIds } = await answered();
    await decideOutcome(office, id, 'planned', '2026-11-20');
    const { body: draft } = await create(id, opinionIds);
    await office.send('POST', `/api/publications/${draft.id}/publish`, { version: draft.version });
    const before = await readers.one(draft.id);
    expect(before).toMatchObject({ outcome: 'planned', outcomeOn: '2026-11-20', publishedOn: '2026-11-20' });

    desk.clock.set('2027-04-02T01:00:00Z');
    office = await desk.staff('desk');
    await decideOutcome(office, id, 'implemented', '2027-04-01', '4月から走らせたため');
    expect(await readers.one(draft.id)).toEqual({ ...before, outcome: 'implemented', outcomeOn: '2027-04-01' });
    const listed = await readers.page({ query: '', topic: '', after: null, limit: 10 });
    expect(listed.items.find((answer) => answer.id === draft.id)).toMatchObject({ outcome: 'implemented' });
    // The publication itself keeps what was true when it was published.
    const [kept] = await desk.owner.query('select outcome from publication where id = $1', [draft.id]);
    expect(kept.outcome).toBe('planned');
  });
});
