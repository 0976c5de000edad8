import type { SubmissionDetail, Versioned } from '@kotae/contracts';
import type { Outcome } from '@kotae/kernel';
import type { TestStaff } from './test-desk';

/** Takes a letter's opinions of one section along the approval route, with one answer for all. */
export async function answerAll(
  office: TestStaff,
  member: TestStaff,
  approver: TestStaff,
  submissionId: string,
  body: string,
): Promise<void> {
  const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${submissionId}`);
  for (const { id, answer } of letter.opinions) {
    let { version } = answer;
    for (const [who, method, step] of [
      [member, 'PUT', ''],
      [member, 'POST', '/submit'],
      [approver, 'POST', '/approve'],
    ] as const) {
      const request = step === '' ? { body, version } : { version };
      const done = await who.send<Versioned>(method, `/api/opinions/${id}/answer${step}`, request);
      if (done.status !== 200) throw new Error(`${method} answer${step} answered ${done.status}`);
      version = done.body.version;
    }
  }
}

export async function decideOutcome(
  who: TestStaff,
  submissionId: string,
  outcome: Outcome,
  on: string,
  reason: string | null = null,
): Promise<void> {
  const { body: letter } = await who.get<SubmissionDetail>(`/api/submissions/${submissionId}`);
  for (const { id } of letter.opinions) {
    const done = await who.send('POST', `/api/opinions/${id}/outcome`, { outcome, on, reason });
    if (done.status >= 300) throw new Error(`Outcome answered ${done.status}`);
  }
}

export async function circulate(office: TestStaff, submissionId: string): Promise<void> {
  const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${submissionId}`);
  const done = await office.send('POST', `/api/submissions/${submissionId}/close`, {
    version: letter.version,
    kind: 'circulated',
    reason: '返事の希望がないため',
  });
  if (done.status >= 300) throw new Error(`Close answered ${done.status}`);
}
