import type { SubmissionDetail, TriageRequest, TriagedOpinion } from '@kotae/contracts';
import type { TestStaff } from './test-desk';

/** Decides a whole letter as one opinion of a section, or as the changes say. */
export async function triageAsOne(
  office: TestStaff,
  submissionId: string,
  changes: Partial<TriagedOpinion> = {},
): Promise<void> {
  const { body: letter } = await office.get<SubmissionDetail>(`/api/submissions/${submissionId}`);
  const request: TriageRequest = {
    version: letter.version,
    opinions: [
      {
        start: 0,
        end: letter.body.length,
        class: 'policy_proposal',
        topic: 'transit',
        sectionId: 'transit',
        ...changes,
      },
    ],
  };
  const answer = await office.send('POST', `/api/submissions/${submissionId}/triage`, request);
  if (answer.status !== 204) throw new Error(`Triage answered ${answer.status}`);
}
