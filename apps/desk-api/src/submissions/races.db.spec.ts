import 'reflect-metadata';
import type { Problem, SubmissionDetail } from '@kotae/contracts';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('two people at once', () => {
  let desk: TestDesk;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const detail = async (id: string) => (await office.get<SubmissionDetail>(`/api/submissions/${id}`)).body;

  it('triage one letter: the first decides, the others are told', async () => {
    const id = await sendLetter(desk);
    const letter = await detail(id);
    const answers = await Promise.all(
      ['transit', 'roads', 'culture', 'transit'].map((sectionId) =>
        office.send<Problem>('POST', `/api/submissions/${id}/triage`, {
          version: letter.version,
          opinions: [{ start: 0, end: 20, class: 'complaint', topic: 'roads', sectionId }],
        }),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409, 409, 409]);
    expect(answers.filter((a) => a.status === 409).every((a) => a.body.code === 'stale')).toBe(true);
    expect((await detail(id)).opinions).toHaveLength(1);
    const [facts] = await desk.owner.query(
      'select count(*)::int as n, sum(sign)::int as sum from opinion_fact where submission_id = $1',
      [id],
    );
    expect(facts).toEqual({ n: 1, sum: 1 });
  });

  it('close and triage one letter: it is one or the other', async () => {
    const id = await sendLetter(desk);
    const { version } = await detail(id);
    const answers = await Promise.all([
      office.send('POST', `/api/submissions/${id}/close`, { version, kind: 'circulated', reason: '匿名のため' }),
      office.send('POST', `/api/submissions/${id}/triage`, {
        version,
        opinions: [{ start: 0, end: 20, class: 'complaint', topic: 'roads', sectionId: 'roads' }],
      }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409]);
    const letter = await detail(id);
    expect(letter.state === 'circulated' ? letter.opinions.length : letter.opinions.length - 1).toBe(0);
  });

  it('answer and move an opinion to another section: what was written is not lost, and not approved by the wrong one', async () => {
    const member = await desk.staff('section_member', 'transit');
    const approver = await desk.staff('section_approver', 'transit');
    const id = await sendLetter(desk);
    await triageAsOne(office, id);
    const [opinion] = (await detail(id)).opinions;
    const answer = `/api/opinions/${opinion!.id}/answer`;
    await member.send('PUT', answer, { body: '回答案', version: 0 });
    await member.send('POST', `${answer}/submit`, { version: 1 });
    const { version } = await detail(id);
    const { start, end, class: class_, topic } = opinion!;
    const moved = { id: opinion!.id, start, end, class: class_, topic, sectionId: 'roads' };
    const answers = await Promise.all([
      approver.send<Problem>('POST', `${answer}/approve`, { version: 2 }),
      office.send<Problem>('POST', `/api/submissions/${id}/triage`, {
        version,
        opinions: [moved],
        reason: '道路課の所管のため',
      }),
    ]);
    const letter = await detail(id);
    if (answers[1].status === 204) {
      expect(letter.opinions[0]).toMatchObject({ sectionId: 'roads', answer: { state: 'sent_back', body: '回答案' } });
      expect(letter.state).toBe('triaged');
    } else {
      // The approval came first and changed the submission's state under the other.
      expect(answers[1].body.code).toBe('stale');
      expect(letter.opinions[0]).toMatchObject({ sectionId: 'transit', answer: { state: 'approved' } });
    }
  });

  it('open one letter first: seen once', async () => {
    const id = await sendLetter(desk);
    await Promise.all(Array.from({ length: 6 }, () => detail(id)));
    const [seen] = await desk.owner.query(
      `select count(*)::int as n from case_fact where submission_id = $1 and kind = 'seen'`,
      [id],
    );
    expect(seen.n).toBe(1);
  });
});
