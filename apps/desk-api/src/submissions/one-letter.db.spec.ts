import 'reflect-metadata';
import { markReplySent } from '@kotae/casework';
import type { HistoryEntry, InboxRow, Page, Problem, SubmissionDetail, TriageRequest } from '@kotae/contracts';
import { PgUnitOfWork, caseStores } from '@kotae/persistence';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { readByMachine, sendLetter } from '../testing/test-letters';

/** The sum of what the ledger and its deltas say, which must be the same at every step. */
async function counts(desk: TestDesk, measure: 'class' | 'outcome') {
  const by = measure === 'class' ? 'class' : 'outcome';
  const facts = await desk.owner.query(
    `select ${by} as code, sum(sign)::int as n from opinion_fact where measure = $1 group by 1 having sum(sign) <> 0 order by 1`,
    [measure],
  );
  const deltas = await desk.owner.query(
    `select ${by} as code, sum(n)::int as n from count_delta where measure = $1 group by 1 having sum(n) <> 0 order by 1`,
    [measure],
  );
  expect(deltas).toEqual(facts);
  return Object.fromEntries((facts as { code: string; n: number }[]).map(({ code, n }) => [code, n]));
}

describe("one letter's way through the desk", () => {
  let desk: TestDesk;
  let office: TestStaff;
  let member: TestStaff;
  let approver: TestStaff;
  let id: string;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    member = await desk.staff('section_member', 'transit');
    approver = await desk.staff('section_approver', 'transit');
    id = await sendLetter(desk);
    await readByMachine(desk, id);
  });
  afterAll(() => desk.close());

  const detail = async (who: TestStaff = office) => {
    const answer = await who.get<SubmissionDetail>(`/api/submissions/${id}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const row = async (view: string, who: TestStaff = office) => {
    const { body } = await who.get<Page<InboxRow>>(`/api/inbox?view=${view}`);
    return body.items.find((item) => item.submissionId === id) ?? null;
  };
  const opinion = async (ordinal: number, who?: TestStaff) =>
    (await detail(who)).opinions.find((o) => o.ordinal === ordinal)!;

  it('waits in the inbox with what the machine proposes', async () => {
    expect(await row('untriaged')).toMatchObject({
      needs: '振り分け',
      opinionCount: 2,
      dueOn: '2026-12-04',
      daysLeft: 14,
      seen: false,
      chips: [{ origin: 'suggested', class: 'policy_proposal', sectionName: '公共交通課' }, { origin: 'suggested' }],
    });
    expect(await row('untriaged', member)).toBeNull();
    const letter = await detail();
    expect(letter.submitter?.name).toBe('山田花子');
    expect(letter.actions).toContain('triage');
    expect((await row('untriaged'))?.seen).toBe(true);
  });

  it('is triaged as proposed, counted at once, and handed to the section', async () => {
    const letter = await detail();
    const body: TriageRequest = {
      version: letter.version,
      opinions: letter.suggestion!.opinions.map((o) => ({
        start: o.start,
        end: o.end,
        class: o.class.code,
        topic: o.topic.code,
        sectionId: o.sectionId!,
      })),
    };
    expect((await office.send('POST', `/api/submissions/${id}/triage`, body)).status).toBe(204);
    expect(await counts(desk, 'class')).toEqual({ policy_proposal: 2 });
    expect(await row('untriaged')).toBeNull();
    expect(await row('answering')).toMatchObject({ needs: '回答案（公共交通課）', state: 'triaged' });
    const events = await desk.owner.query(
      `select name, count(*)::int as n from outbox where name <> 'SubmissionReceived' group by name order by name`,
    );
    expect(events).toEqual([
      { name: 'OpinionAssigned', n: 2 },
      { name: 'SubmissionTriaged', n: 1 },
    ]);
  });

  it('is classified anew with a reason, and the counts move with it', async () => {
    const letter = await detail();
    const [library, bus] = letter.opinions;
    const changed = [
      {
        id: library!.id,
        start: library!.start,
        end: library!.end,
        class: 'operations_improvement' as const,
        subtype: 'proposal_led' as const,
        topic: 'culture',
        sectionId: 'culture',
      },
      {
        id: bus!.id,
        start: bus!.start,
        end: bus!.end,
        class: bus!.class,
        topic: bus!.topic,
        sectionId: bus!.sectionId,
      },
    ];
    const send = (version: number, reason: string | null) =>
      office.send<Problem>('POST', `/api/submissions/${id}/triage`, { version, opinions: changed, reason });
    expect((await send(letter.version, null)).body).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'reason' }],
    });
    expect((await send(letter.version - 1, '図書館のことだから')).body.code).toBe('stale');
    expect((await send(letter.version, '図書館のことだから')).status).toBe(204);
    expect(await counts(desk, 'class')).toEqual({ operations_improvement: 1, policy_proposal: 1 });
    expect(await row('answering')).toMatchObject({ needs: '回答案（生涯学習課・公共交通課）' });
    expect((await detail()).opinions.map((o) => o.id)).toEqual([library!.id, bus!.id]);
  });

  it('needs no answer for the one, when the desk says why', async () => {
    const { id: opinionId, answer } = await opinion(1);
    const none = await office.send<Problem>('POST', `/api/opinions/${opinionId}/answer/not-needed`, {
      version: answer.version,
    });
    expect(none.body.code).toBe('invalid_input');
    const done = await office.send('POST', `/api/opinions/${opinionId}/answer/not-needed`, {
      version: answer.version,
      comment: '同じ方に先月お答えしています。',
    });
    expect(done.status).toBe(200);
    expect((await detail()).state).toBe('triaged');
  });

  it('is drafted, sent back with a word, drafted again and approved', async () => {
    const { id: opinionId } = await opinion(2, member);
    const address = `/api/opinions/${opinionId}/answer`;
    const step = async (who: TestStaff, name: string, version: number, comment?: string) =>
      who.send<{ version: number } & Problem>('POST', `${address}/${name}`, { version, comment });

    const draft = await member.send<{ version: number }>('PUT', address, { body: '検討します。', version: 0 });
    expect(draft).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await member.send<Problem>('PUT', address, { body: 'x', version: 0 })).body.code).toBe('stale');
    expect((await step(member, 'submit', 1)).body.version).toBe(2);
    expect((await member.send<Problem>('PUT', address, { body: 'x', version: 2 })).body.code).toBe('wrong_state');
    expect(await row('to_approve', approver)).toMatchObject({ needs: '決裁（公共交通課）' });
    expect((await step(approver, 'send-back', 2)).body.code).toBe('invalid_input');
    expect((await step(approver, 'send-back', 2, 'いつごろかを書いてください。')).body.version).toBe(3);
    expect((await opinion(2, member)).answer).toMatchObject({
      state: 'sent_back',
      route: [{ done: false }, { done: false }],
      steps: [{ action: 'submit' }, { action: 'send_back', comment: 'いつごろかを書いてください。' }],
    });
    await member.send('PUT', address, { body: '令和9年度に試験運行を行う予定です。', version: 3 });
    expect((await step(member, 'submit', 4)).status).toBe(200);
    expect((await step(approver, 'approve', 5)).status).toBe(200);
    expect((await step(approver, 'approve', 6)).body.code).toBe('wrong_state');
    const letter = await detail();
    expect(letter.state).toBe('answered');
    expect(letter.opinions[1]!.answer).toMatchObject({ state: 'approved', route: [{ done: true }, { done: true }] });
    expect(await row('to_send')).toMatchObject({ needs: '発送' });
  });

  it('is compiled into one reply, sent once, and replied when the mail has left', async () => {
    const draft = (await detail()).replyView!;
    expect(draft).toMatchObject({ state: 'draft', version: 0, channel: 'email', signer: 'こだま市長　山田　太郎' });
    expect(draft.parts).toMatchObject([
      { ordinal: 2, answer: '令和9年度に試験運行を行う予定です。', sectionName: '公共交通課' },
    ]);
    expect(draft.parts[0]!.quote).toContain('バス路線');
    const saved = await office.send<{ version: number }>('PUT', `/api/submissions/${id}/reply`, {
      opening: 'お手紙をありがとうございました。',
      closing: draft.closing,
      version: 0,
    });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, opening: 'お手紙をありがとうございました。' } });
    const letter = await office.get(`/api/submissions/${id}/reply/letter.pdf`);
    expect(letter.raw.subarray(0, 5).toString()).toBe('%PDF-');

    const send = () => office.send<Problem>('POST', `/api/submissions/${id}/reply/send`, { version: 1 });
    const sent = await Promise.all([send(), send()]);
    expect(sent.map((a) => a.status).sort()).toEqual([204, 409]);
    expect(await row('to_send')).toBeNull();
    const events = await desk.owner.query(`select payload from outbox where name = 'ReplySent'`);
    expect(events).toHaveLength(1);

    const worker = {
      uow: new PgUnitOfWork(desk.owner, caseStores),
      clock: desk.clock,
      actor: { kind: 'system' as const, name: '応え' },
    };
    await markReplySent(worker, events[0].payload.replyId);
    await markReplySent(worker, events[0].payload.replyId);
    expect(await detail()).toMatchObject({
      state: 'replied',
      closing: { kind: 'replied', on: '2026-11-20' },
      replyView: { state: 'sent', sentOn: '2026-11-20' },
      actions: ['retriage', 'decide_urgency', 'decide_outcome', 'publish', 'attach_scan'],
    });
    const [found] = await desk.owner.query(
      'select look_up_submission(code_hash) as status from submission where id = $1',
      [id],
    );
    expect(found.status).toMatchObject({ state: 'replied', reply: { parts: [{ ordinal: 2 }] } });
  });

  it('keeps its promise in sight, and counts the outcome once, whatever changes', async () => {
    const { id: opinionId } = await opinion(2);
    const decide = (body: object) => member.send<Problem>('POST', `/api/opinions/${opinionId}/outcome`, body);
    expect((await decide({ outcome: 'implemented', on: '2026-12-01' })).body).toMatchObject({
      fields: [{ field: 'on' }],
    });
    expect((await decide({ outcome: 'planned', on: '2026-11-20', nextLookOn: '2027-04-01' })).status).toBe(204);
    expect(await row('promises')).toMatchObject({ needs: '見直し（令和9年4月1日）' });
    expect(await counts(desk, 'outcome')).toEqual({ planned: 1 });
    desk.clock.set('2026-11-20T02:30:00Z');
    expect((await decide({ outcome: 'implemented', on: '2026-11-20', reason: '試験運行を始めた' })).status).toBe(204);
    expect(await counts(desk, 'outcome')).toEqual({ implemented: 1 });
    expect(await row('promises')).toBeNull();
    expect(await counts(desk, 'class')).toEqual({ operations_improvement: 1, policy_proposal: 1 });
  });

  it('can be corrected after the end, with a reason, but not split anew', async () => {
    const letter = await detail();
    const labels = letter.opinions.map((o) => ({
      id: o.id,
      start: o.start,
      end: o.end,
      class: o.ordinal === 2 ? ('inquiry' as const) : o.class,
      subtype: o.subtype,
      topic: o.topic,
      sectionId: o.sectionId,
    }));
    const send = (opinions: object[]) =>
      office.send<Problem>('POST', `/api/submissions/${id}/triage`, {
        version: letter.version,
        opinions,
        reason: '年次の見直し',
      });
    expect((await send(labels.slice(0, 1))).body.code).toBe('wrong_state');
    expect((await send(labels)).status).toBe(204);
    expect((await detail()).state).toBe('replied');
    expect(await counts(desk, 'class')).toEqual({ inquiry: 1, operations_improvement: 1 });
    // An outcome is counted under the class the opinion has.
    const [fact] = await desk.owner.query(
      `select class from opinion_fact where measure = 'outcome' group by class having sum(sign) = 1`,
    );
    expect(fact).toEqual({ class: 'inquiry' });
  });

  it('tells its whole history in sentences', async () => {
    const { body } = await office.get<Page<HistoryEntry>>(`/api/submissions/${id}/history`);
    expect(body.items.map((entry) => entry.text)).toEqual([
      'ウェブで受け付けました。',
      '初めて開いて読みました。',
      expect.stringContaining('意見2件に振り分けました。意見1【政策提案／公共交通・バス／公共交通課】'),
      '意見1を【政策提案／公共交通・バス／公共交通課】から【事務改善要望・提案型／生涯学習・文化・図書館／生涯学習課】に変えました。',
      '意見1には回答しないことにしました。',
      '公共交通課が、回答案を書き始めました。',
      '公共交通課が、意見2の回答案を決裁に出しました。',
      '意見2の回答案を、公共交通課に差し戻しました。',
      '公共交通課が、意見2の回答案を決裁に出しました。',
      '公共交通課の課長が、意見2の回答を決裁しました。',
      '回答の書き出しと結びを直しました。',
      '回答のメールを送り始めました。',
      '回答をメールで送りました。',
      '意見2の対応を、「実施する予定です」（令和8年11月20日）としました。令和9年4月1日に見直します。',
      '意見2の対応を、「実施する予定です」から「実施しました」（令和8年11月20日）としました。',
      expect.stringContaining(
        '意見2を【政策提案／公共交通・バス／公共交通課】から【問合せ／公共交通・バス／公共交通課】に変えました。',
      ),
    ]);
    expect(body.items[3]).toMatchObject({ by: 'deskの人', reason: '図書館のことだから' });
    expect(body.items[7]).toMatchObject({ opinionOrdinal: 2, reason: 'いつごろかを書いてください。' });
    const text = JSON.stringify(body);
    expect(text).not.toContain('山田花子');
    expect(text).not.toContain('夜8時');
  });
});
