import type { Actor, Role } from '@kotae/kernel';
import { approveAnswer, dismissAnswer, sendBackAnswer, submitAnswer } from './answer-steps';
import { SECTION_ROUTE, maySign, type ApprovalRoute } from './approval-route';
import { decideOpinions } from './decide-opinions';
import { MemoryCases, fileOf } from './memory-cases';
import { sendReply } from './send-reply';
import { writeAnswer } from './write-answer';

const staff = (role: Role, sectionId: string | null = 'transit'): Actor => ({
  kind: 'staff',
  staffId: '00000000-0000-7000-8000-000000000001',
  name: role,
  role,
  sectionId,
});
const CITY = { name: 'こだま市', replySigner: '市長', deskName: '秘書広報課', deskPhone: '0299-00-0000' };

/** 担当者 → 課長 → 部長: one more line of data. */
const LONG_ROUTE: ApprovalRoute = [...SECTION_ROUTE, { role: 'management', name: '部長' }];

async function triaged(): Promise<{ cases: MemoryCases; opinionId: string }> {
  const cases = new MemoryCases(fileOf());
  await decideOpinions(cases.context(staff('desk', null)), {
    submissionId: 'letter',
    version: 1,
    opinions: [{ start: 0, end: 10, class: 'complaint', topic: 'transit', sectionId: 'transit' }],
  });
  return { cases, opinionId: cases.file.opinions[0]!.id };
}

const opinionOf = (cases: MemoryCases) => cases.file.opinions[0]!;

describe('the approval route', () => {
  it('takes one more stop as data only: each signs in turn, and the last approves', async () => {
    const { cases, opinionId } = await triaged();
    const member = cases.context(staff('section_member'));
    await writeAnswer(member, { opinionId, version: 0, body: '回答' });
    await submitAnswer(member, { opinionId, version: 1 }, LONG_ROUTE);
    const manager = cases.context(staff('management', null));
    const approver = cases.context(staff('section_approver'));
    await approveAnswer(approver, { opinionId, version: 2 }, LONG_ROUTE);
    expect(opinionOf(cases)).toMatchObject({ answerState: 'submitted', answerStep: 2 });
    expect(cases.file.state).toBe('triaged');
    await expect(approveAnswer(approver, { opinionId, version: 3 }, LONG_ROUTE)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await approveAnswer(manager, { opinionId, version: 3 }, LONG_ROUTE);
    expect(opinionOf(cases)).toMatchObject({ answerState: 'approved', answerStep: 3 });
    expect(cases.file.state).toBe('answered');
    expect(cases.steps.map((s) => s.action)).toEqual(['submit', 'approve', 'approve']);
  });

  it('lets a higher role sign an earlier stop, never a lower one a later stop', () => {
    expect(maySign(SECTION_ROUTE, 0, 'section_approver')).toBe(true);
    expect(maySign(SECTION_ROUTE, 1, 'section_member')).toBe(false);
    expect(maySign(SECTION_ROUTE, 0, 'auditor')).toBe(false);
  });

  it('starts again from the first stop after it was sent back', async () => {
    const { cases, opinionId } = await triaged();
    const member = cases.context(staff('section_member'));
    const approver = cases.context(staff('section_approver'));
    await writeAnswer(member, { opinionId, version: 0, body: '回答' });
    await submitAnswer(member, { opinionId, version: 1 });
    await expect(approveAnswer(member, { opinionId, version: 2 })).rejects.toMatchObject({ code: 'forbidden' });
    await sendBackAnswer(approver, { opinionId, version: 2, comment: '根拠を書いてください。' });
    expect(opinionOf(cases)).toMatchObject({ answerState: 'sent_back', answerStep: 0 });
    await expect(approveAnswer(approver, { opinionId, version: 3 })).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('takes an approved answer back until the reply is on its way', async () => {
    const { cases, opinionId } = await triaged();
    const member = cases.context(staff('section_member'));
    const approver = cases.context(staff('section_approver'));
    await writeAnswer(member, { opinionId, version: 0, body: '回答' });
    await submitAnswer(member, { opinionId, version: 1 });
    await approveAnswer(approver, { opinionId, version: 2 });
    expect(cases.file.state).toBe('answered');
    await sendBackAnswer(approver, { opinionId, version: 3, comment: '数字が違います。' });
    expect(cases.file.state).toBe('triaged');
    await submitAnswer(member, { opinionId, version: 4 });
    await approveAnswer(approver, { opinionId, version: 5 });
    await sendReply({ ...cases.context(staff('desk', null)), city: CITY }, { submissionId: 'letter' });
    await expect(sendBackAnswer(approver, { opinionId, version: 6, comment: 'もう一度' })).rejects.toMatchObject({
      code: 'wrong_state',
    });
    expect(cases.events.at(-1)).toMatchObject({ name: 'ReplySent' });
  });

  it('belongs to the section: another one does not even find it', async () => {
    const { cases, opinionId } = await triaged();
    const stranger = cases.context(staff('section_member', 'roads'));
    await expect(writeAnswer(stranger, { opinionId, version: 0, body: '回答' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('can be written again after the desk thought that no answer was needed', async () => {
    const { cases, opinionId } = await triaged();
    await dismissAnswer(cases.context(staff('desk', null)), { opinionId, version: 0, comment: 'お礼のため' });
    expect(cases.file.state).toBe('answered');
    await writeAnswer(cases.context(staff('section_member')), { opinionId, version: 1, body: '回答' });
    expect(cases.file.state).toBe('triaged');
    await submitAnswer(cases.context(staff('section_member')), { opinionId, version: 2 });
    expect(opinionOf(cases).answerState).toBe('submitted');
  });
});
