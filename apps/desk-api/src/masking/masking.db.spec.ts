import 'reflect-metadata';
import type { InboxRow, OpinionsBehind, Page, SimilarSubmission, SubmissionDetail } from '@kotae/contracts';
import { writeCitySettings } from '@kotae/persistence';
import { TEST_CITY } from '../testing/test-city';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { LETTER, readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

const SECRETS = ['山田花子', '090-1234-5678', 'hanako@example.jp'];

describe('what each role sees of a letter', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let member: TestStaff;
  let id: string;
  let other: string;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    member = await desk.staff('section_member', 'transit');
    id = await sendLetter(desk, { subject: '山田花子です' });
    other = await sendLetter(desk);
    await readByMachine(desk, id);
    await readByMachine(desk, other);
    await triageAsOne(office, id);
    await triageAsOne(office, other, { sectionId: 'roads', topic: 'roads' });
  });
  afterAll(() => desk.close());

  it('is everything for the desk', async () => {
    const { body } = await office.get<SubmissionDetail>(`/api/submissions/${id}`);
    expect(body).toMatchObject({ masked: false, anonymous: false, submitter: { name: '山田花子' } });
    expect(body.body).toBe(LETTER.body);
    expect(body.suggestion?.pii.length).toBeGreaterThan(0);
    expect(body.suggestion?.subjectPii).toEqual([{ start: 0, end: 4, text: '山田花子', kind: 'name' }]);
  });

  it.each([
    ['section_member', 'transit'],
    ['section_approver', 'transit'],
    ['management', null],
    ['auditor', null],
  ] as const)('holds no personal data for %s, wherever it could stand', async (role, sectionId) => {
    const who = await desk.staff(role, sectionId);
    const answers = [
      await who.get<SubmissionDetail>(`/api/submissions/${id}`),
      await who.get<Page<SimilarSubmission>>(`/api/submissions/${id}/similar`),
      await who.get<Page<unknown>>(`/api/submissions/${id}/history`),
      await who.get<Page<InboxRow>>(`/api/inbox?view=all`),
    ];
    for (const answer of answers) {
      for (const secret of SECRETS) expect(answer.raw.toString()).not.toContain(secret);
    }
    const letter = answers[0]!.body as SubmissionDetail;
    expect(letter).toMatchObject({ masked: true, submitter: null, anonymous: false, suggestion: null });
    expect(letter.subject).toContain('●●');
    expect(letter.body).toContain('夜8時まで');
    for (const { start, end, text } of letter.opinions) expect(letter.body.slice(start, end)).toBe(text);
  });

  it('cannot be found by what is masked', async () => {
    const find = async (who: TestStaff, q: string) =>
      (await who.get<Page<InboxRow>>(`/api/inbox?view=all&q=${encodeURIComponent(q)}`)).body.items.length;
    const auditor = await desk.staff('auditor');
    for (const q of ['山田花子', '1234-5678', '花']) {
      expect([q, (await find(office, q)) > 0, await find(auditor, q), await find(member, q)]).toEqual([q, true, 0, 0]);
    }
    expect(await find(auditor, '図書館')).toBeGreaterThan(0);
  });

  it('is masked also before the machine has read it', async () => {
    const fresh = await sendLetter(desk);
    const { raw } = await (await desk.staff('auditor')).get(`/api/submissions/${fresh}`);
    for (const secret of SECRETS) expect(raw.toString()).not.toContain(secret);
  });

  it("does not exist for a section that has no part in it, and comes and goes with the section's opinions", async () => {
    for (const path of ['', '/history', '/similar']) {
      expect((await member.get(`/api/submissions/${other}${path}`)).status).toBe(404);
    }
    const inbox = await member.get<Page<InboxRow>>('/api/inbox?view=all');
    expect(inbox.body.items.map((row) => row.submissionId)).toEqual([id]);
    const similar = await member.get<Page<SimilarSubmission>>(`/api/submissions/${id}/similar`);
    expect(similar.body.items).toEqual([]);
    const forDesk = await office.get<Page<SimilarSubmission>>(`/api/submissions/${id}/similar`);
    expect(forDesk.body.items.map((s) => s.submissionId)).toContain(other);

    const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${other}`);
    const [opinion] = letter.opinions;
    for (const step of ['answer/submit', 'answer', 'outcome']) {
      const method = step === 'answer' ? 'PUT' : 'POST';
      const answer = await member.send(method, `/api/opinions/${opinion!.id}/${step}`, {
        version: 0,
        ...(step === 'answer' ? { body: '回答' } : {}),
        ...(step === 'outcome' ? { outcome: 'noted', on: '2026-11-20', version: undefined } : {}),
      });
      expect([step, answer.status]).toEqual([step, 404]);
    }
    await office.send('POST', `/api/submissions/${other}/triage`, {
      version: letter.version,
      opinions: [{ ...pick(opinion!), sectionId: 'transit' }],
      reason: '公共交通課の所管のため',
    });
    expect((await member.get(`/api/submissions/${other}`)).status).toBe(200);
    const roads = await desk.staff('section_member', 'roads');
    expect((await roads.get(`/api/submissions/${other}`)).status).toBe(404);
  });

  it('is the original for sections of a city that does not mask, but never who sent it', async () => {
    await writeCitySettings(desk.owner, { ...TEST_CITY, maskForSections: false });
    const { body } = await member.get<SubmissionDetail>(`/api/submissions/${id}`);
    expect(body).toMatchObject({ masked: false, submitter: null, body: LETTER.body });
    const auditor = await desk.staff('auditor');
    expect((await auditor.get<SubmissionDetail>(`/api/submissions/${id}`)).body.masked).toBe(true);
    await writeCitySettings(desk.owner, TEST_CITY);
  });

  it('is nothing for the administrator', async () => {
    const administrator = await desk.staff('administrator');
    expect((await administrator.get(`/api/submissions/${id}`)).status).toBe(403);
    expect((await administrator.get<OpinionsBehind>('/api/inbox')).status).toBe(403);
  });
});

function pick({ id, start, end, class: class_, topic }: SubmissionDetail['opinions'][number]) {
  return { id, start, end, class: class_, topic };
}
