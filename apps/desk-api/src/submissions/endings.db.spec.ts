import 'reflect-metadata';
import type { Problem, RegisterAccepted, SubmissionDetail, UploadAccepted } from '@kotae/contracts';
import { newId } from '@kotae/kernel';
import { createTestDesk, type Answer, type TestDesk, type TestStaff } from '../testing/test-desk';
import { sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('paper, urgency and endings', () => {
  let desk: TestDesk;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const detail = async (id: string) => (await office.get<SubmissionDetail>(`/api/submissions/${id}`)).body;

  const upload = <T>(path: string, name: string, content: Buffer): Promise<Answer<T>> => {
    const boundary = 'kotae-test-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return desk.request<T>('POST', path, {
      cookie: office.cookie,
      headers: {
        'x-csrf-token': office.me.csrfToken,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  };

  const postcard = (changes: object = {}) => ({
    kind: 'proposal_postcard',
    channel: 'postcard',
    receivedOn: '2026-11-16',
    body: '公園のベンチが壊れています。',
    reply: { wanted: true, channel: 'post' },
    submitter: { name: '髙﨑 𠮷', postalCode: '300-0001', address: 'こだま市北1-2' },
    idempotencyKey: newId(),
    ...changes,
  });

  it('registers paper with the day it really arrived and its scan, once', async () => {
    const scan = await upload<UploadAccepted>('/api/attachments', 'はがき.png', PIXEL);
    expect(scan.status).toBe(201);
    const body = postcard({ attachments: [{ id: scan.body.id, key: scan.body.key }] });
    const answer = await office.send<RegisterAccepted>('POST', '/api/submissions', body);
    expect(answer.status).toBe(201);
    expect(answer.body.receiptNumber).toMatch(/^R8-\d{6}$/);
    expect(answer.body.dueOn).toBe('2026-11-30');
    const again = await office.send<RegisterAccepted>('POST', '/api/submissions', body);
    expect(again.body).toEqual(answer.body);
    const letter = await detail(answer.body.submissionId);
    expect(letter).toMatchObject({
      receivedOn: '2026-11-16',
      channel: 'postcard',
      submitter: { name: '髙﨑 𠮷' },
      attachments: [{ purpose: 'scan', fileName: 'はがき.png' }],
    });

    const file = await office.get(`/api/attachments/${scan.body.id}`);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment;.*filename\*=UTF-8''%E3%81%AF/),
    });
    expect(file.raw.subarray(1, 4).toString()).toBe('PNG');
  });

  it('names what has to be looked at again', async () => {
    const answer = await office.send<Problem>(
      'POST',
      '/api/submissions',
      postcard({ receivedOn: '2026-11-21', body: ' ', submitter: null }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.fields?.map((f) => f.field).sort()).toEqual(['address', 'body', 'name', 'receivedOn']);
    const unknown = await office.send<Problem>('POST', '/api/submissions', postcard({ state: 'replied' }));
    expect(unknown.body.fields).toMatchObject([{ field: 'state' }]);
  });

  it('takes only files that are what they say', async () => {
    const script = await upload<Problem>('/api/attachments', 'はがき.png', Buffer.from('<script>alert(1)</script>'));
    expect(script.body.code).toBe('unsupported_file');
    const large = await upload<Problem>('/api/attachments', 'x.png', Buffer.alloc(11 * 1024 * 1024, 1));
    expect(large.status).toBe(413);
    expect((await office.send<Problem>('POST', '/api/attachments')).body.code).toBe('invalid_input');
  });

  it('adds a scan later, which sections do not open', async () => {
    const id = await sendLetter(desk, { channel: 'letter' });
    await triageAsOne(office, id);
    const scan = await upload<{ id: string }>(`/api/submissions/${id}/scans`, 'scan.png', PIXEL);
    expect(scan.status).toBe(201);
    const member = await desk.staff('section_member', 'transit');
    expect((await member.get<SubmissionDetail>(`/api/submissions/${id}`)).body.attachments).toEqual([]);
    expect((await member.get(`/api/attachments/${scan.body.id}`)).status).toBe(403);
    const stranger = await desk.staff('section_member', 'roads');
    expect((await stranger.get(`/api/attachments/${scan.body.id}`)).status).toBe(404);
    expect((await (await desk.staff('auditor')).get(`/api/attachments/${scan.body.id}`)).status).toBe(403);
    expect((await upload(`/api/submissions/${newId()}/scans`, 'scan.png', PIXEL)).status).toBe(404);
  });

  it('is told whether a letter is urgent by a person who has seen what stands there', async () => {
    const id = await sendLetter(desk);
    const say = (urgent: unknown, decidedAt: unknown) =>
      office.send<Problem>('POST', `/api/submissions/${id}/urgency`, { urgent, decidedAt });
    expect((await say(null, null)).body.code).toBe('wrong_state');
    expect((await say('fire', null)).body.fields).toMatchObject([{ field: 'urgent' }]);
    expect((await say('danger', 'yesterday')).body.fields).toMatchObject([{ field: 'decidedAt' }]);
    await desk.owner.query(`update submission set urgent = 'self_harm' where id = $1`, [id]);
    expect((await detail(id)).actions).toContain('decide_urgency');
    expect((await say('self_harm', null)).status).toBe(204);
    expect((await say('self_harm', null)).status).toBe(204);
    const { urgencyDecided } = await detail(id);
    expect(urgencyDecided).toMatchObject({ by: 'deskの人' });
    expect((await say(null, null)).body.code).toBe('stale');
    expect((await say(null, urgencyDecided!.at)).status).toBe(204);
    expect(await detail(id)).toMatchObject({ urgent: null, version: 1 });
    const member = await desk.staff('section_member', 'transit');
    expect(
      (await member.send('POST', `/api/submissions/${id}/urgency`, { urgent: null, decidedAt: null })).status,
    ).toBe(403);
    const facts = await desk.owner.query(
      `select kind from case_fact where submission_id = $1 and kind like 'urgent%' order by seq`,
      [id],
    );
    expect(facts).toEqual([{ kind: 'urgent_acknowledged' }, { kind: 'urgent_cleared' }]);
  });

  it('ends as circulated or forwarded only with a reason, and stays where it is', async () => {
    const id = await sendLetter(desk);
    await triageAsOne(office, id);
    const { version } = await detail(id);
    const close = (body: object) => office.send<Problem>('POST', `/api/submissions/${id}/close`, { version, ...body });
    expect((await close({ kind: 'circulated', reason: ' ' })).body.fields).toMatchObject([{ field: 'reason' }]);
    expect((await close({ kind: 'forwarded', reason: '県道のため' })).body.fields).toMatchObject([{ field: 'to' }]);
    expect((await close({ kind: 'replied', reason: 'x' })).status).toBe(422);
    expect((await close({ kind: 'forwarded', reason: '県道のため', to: '県土木事務所' })).status).toBe(204);
    expect(await detail(id)).toMatchObject({
      state: 'forwarded',
      closing: { kind: 'forwarded', reason: '県土木事務所：県道のため', on: '2026-11-20' },
      opinions: [{ answer: { state: 'not_needed' } }],
      actions: ['retriage', 'decide_urgency', 'decide_outcome', 'attach_scan'],
    });
    expect((await close({ kind: 'circulated', reason: 'もう一度' })).status).toBe(409);
  });

  it('never sends to someone who asks not to be contacted, nor to someone who wants no reply', async () => {
    const member = await desk.staff('section_member', 'transit');
    const approver = await desk.staff('section_approver', 'transit');
    const answered = async (changes: object, update?: string) => {
      const id = await sendLetter(desk, changes);
      if (update !== undefined) await desk.owner.query(`update submission set ${update} where id = $1`, [id]);
      await triageAsOne(office, id);
      const [opinion] = (await detail(id)).opinions;
      const answer = `/api/opinions/${opinion!.id}/answer`;
      await member.send('PUT', answer, { body: '回答', version: 0 });
      await member.send('POST', `${answer}/submit`, { version: 1 });
      await approver.send('POST', `${answer}/approve`, { version: 2 });
      return id;
    };
    const silent = await answered({}, 'do_not_contact = true');
    const unwanted = await answered({ reply: { wanted: false, channel: null } });
    const byPost = await answered({
      reply: { wanted: true, channel: 'post' },
      submitter: { name: '山田花子', email: null, phone: null, postalCode: '300-0001', address: 'こだま市北1-2' },
    });
    for (const id of [silent, unwanted]) {
      for (const way of ['send', 'posted']) {
        expect((await office.send<Problem>('POST', `/api/submissions/${id}/reply/${way}`)).body.code).toBe(
          'wrong_state',
        );
      }
      const letter = await detail(id);
      expect(letter.actions).not.toContain('send_reply');
      const close = { version: letter.version, kind: 'circulated', reason: '返事を希望されないため' };
      expect((await office.send('POST', `/api/submissions/${id}/close`, close)).status).toBe(204);
    }
    expect((await office.send<Problem>('POST', `/api/submissions/${byPost}/reply/send`)).body.code).toBe('wrong_state');
    expect((await office.send('POST', `/api/submissions/${byPost}/reply/posted`, { version: 0 })).status).toBe(204);
    expect(await detail(byPost)).toMatchObject({ state: 'replied', replyView: { state: 'sent', channel: 'post' } });
    expect(await desk.owner.query(`select 1 from outbox where name = 'ReplySent'`)).toEqual([]);
  });
});
