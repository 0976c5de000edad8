import 'reflect-metadata';
import type { InboxCounts, InboxRow, InboxView, Page, Problem, SubmissionDetail } from '@kotae/contracts';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('the inbox', () => {
  let desk: TestDesk;
  let office: TestStaff;
  const sent: string[] = [];

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    // 120 letters over ten days, several on each.
    for (let i = 0; i < 120; i++) {
      sent.push(
        await sendLetter(desk, {
          receivedOn: `2026-11-${String(11 + Math.floor(i / 12)).padStart(2, '0')}`,
          body: `公園のベンチ${i}番について。`,
          subject: null,
          channel: 'letter',
        }),
      );
    }
  });
  afterAll(() => desk.close());

  const page = async (view: InboxView, more = '', who = office) =>
    (await who.get<Page<InboxRow>>(`/api/inbox?view=${view}${more}`)).body;

  const walk = async (view: InboxView, more = '', who = office) => {
    const rows: InboxRow[] = [];
    for (let after = ''; ;) {
      const { items, next } = await page(view, `${more}${after}`, who);
      rows.push(...items);
      if (next === null) return rows;
      after = `&after=${encodeURIComponent(next)}`;
    }
  };
  const counts = async (who = office) => (await who.get<InboxCounts>('/api/inbox/counts')).body;

  it('shows every letter once, the newest first, page by page', async () => {
    const first = await page('untriaged');
    expect(first.items).toHaveLength(50);
    const all = await walk('untriaged');
    expect(all.map((row) => row.submissionId).sort()).toEqual([...sent].sort());
    const days = all.map((row) => row.receivedOn);
    expect(days).toEqual([...days].sort().reverse());
    expect((await counts()).untriaged).toBe(120);
  });

  it('keeps the place of a reader while new ones come in', async () => {
    const first = await page('untriaged');
    sent.push(await sendLetter(desk));
    const second = await page('untriaged', `&after=${encodeURIComponent(first.next!)}`);
    const seen = new Set(first.items.map((row) => row.submissionId));
    expect(second.items.some((row) => seen.has(row.submissionId))).toBe(false);
    expect(second.items).toHaveLength(50);
  });

  it('puts urgent ones that nobody took in hand first, over the border of a page too', async () => {
    const urgent = [sent[0]!, sent[30]!, sent[60]!];
    await desk.owner.query(`update submission set urgent = 'danger' where id = any($1)`, [urgent]);
    const all = await walk('all');
    expect(all.slice(0, 3).map((row) => row.submissionId)).toEqual([...urgent].reverse());
    expect(new Set(all.map((row) => row.submissionId)).size).toBe(sent.length);
    expect((await walk('urgent')).map((row) => row.submissionId)).toEqual([...urgent].reverse());
    await office.send('POST', `/api/submissions/${urgent[2]}/urgency`, { urgent: 'danger', decidedAt: null });
    expect((await page('all')).items.slice(0, 2).map((row) => row.submissionId)).toEqual([urgent[1], urgent[0]]);
    expect((await counts()).urgent).toBe(3);
    await desk.owner.query(`update submission set urgent = null`);
  });

  it('sorts what is late and what is due soon by the day, soonest first', async () => {
    desk.clock.set('2026-11-27T01:00:00Z');
    const officeThen = await desk.signIn('desk');
    const overdue = await walk('overdue', '', officeThen);
    const soon = await walk('due_soon', '', officeThen);
    const numbers = await counts(officeThen);
    expect([overdue.length, soon.length]).toEqual([numbers.overdue, numbers.dueSoon]);
    expect(overdue.length).toBeGreaterThan(12);
    expect(overdue.every((row) => row.daysLeft! < 0)).toBe(true);
    expect(soon.every((row) => row.daysLeft! >= 0 && row.dueOn! <= '2026-12-02')).toBe(true);
    for (const rows of [overdue, soon]) {
      const days = rows.map((row) => row.dueOn);
      expect(days).toEqual([...days].sort());
    }
    desk.clock.set('2026-11-20T01:00:00Z');
    office = await desk.signIn('desk');
  });

  it('finds words, several words, one character and receipt numbers', async () => {
    const id = await sendLetter(desk, {
      body: '駅前に喫煙所をつくってください。ベビーカーが通れません。',
      subject: null,
    });
    const apart = await sendLetter(desk, { body: '喫煙者です。禁煙所では困ります。', subject: null });
    for (const one of [id, apart, sent[7]!]) await readByMachine(desk, one);
    const find = async (q: string) => (await walk('all', `&q=${encodeURIComponent(q)}`)).map((row) => row.submissionId);
    expect(await find('喫煙所')).toEqual([id]);
    expect(await find('べびーかー　駅前')).toEqual([id]);
    expect(await find('喫煙')).toEqual([apart, id]);
    expect(await find('駅')).toEqual([id]);
    expect(await find('存在しない言葉')).toEqual([]);
    const number = (await page('all')).items.at(-1)!.receiptNumber;
    const [year, serial] = number.split('-') as [string, string];
    for (const typed of [number, `${year.toLowerCase()}-${Number(serial)}`, `令和8年度 第${Number(serial)}号`]) {
      expect((await walk('all', `&q=${encodeURIComponent(typed)}`)).map((row) => row.receiptNumber)).toEqual([number]);
    }
  });

  it("shows a section what is the section's, by what has to be done", async () => {
    const member = await desk.staff('section_member', 'transit');
    const approver = await desk.staff('section_approver', 'transit');
    expect(await walk('all', '', member)).toEqual([]);
    const [mine, others] = [sent[1]!, sent[2]!];
    await triageAsOne(office, mine);
    await triageAsOne(office, others, { sectionId: 'roads' });
    const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${mine}`);
    const answer = `/api/opinions/${letter.opinions[0]!.id}/answer`;
    expect(await counts(member)).toMatchObject({ untriaged: 0, answering: 1, toApprove: 0 });
    await member.send('PUT', answer, { body: '回答', version: 0 });
    await member.send('POST', `${answer}/submit`, { version: 1 });
    expect(await counts(member)).toMatchObject({ answering: 0, toApprove: 1 });
    expect((await walk('to_approve', '', approver)).map((row) => row.submissionId)).toEqual([mine]);
    await approver.send('POST', `${answer}/approve`, { version: 2 });
    expect((await walk('to_send')).map((row) => row.submissionId)).toEqual([mine]);
    expect(await counts()).toMatchObject({ answering: 1, toSend: 1, toApprove: 0 });
  });

  it('counts in each view what the view lists', async () => {
    const numbers = await counts();
    const listed = await Promise.all(
      (['untriaged', 'urgent', 'due_soon', 'overdue', 'answering', 'to_approve', 'to_send', 'promises'] as const).map(
        async (view) => (await walk(view)).length,
      ),
    );
    const { untriaged, urgent, dueSoon, overdue, answering, toApprove, toSend, promises } = numbers;
    expect(listed).toEqual([untriaged, urgent, dueSoon, overdue, answering, toApprove, toSend, promises]);
  });

  it('refuses a cursor that it did not write, and one of another view', async () => {
    const { next } = await page('untriaged');
    for (const after of ['nonsense', 'W10', next!]) {
      const answer = await office.get<Problem>(`/api/inbox?view=all&after=${encodeURIComponent(after)}`);
      expect(answer.body.code).toBe('invalid_input');
    }
  });
});
