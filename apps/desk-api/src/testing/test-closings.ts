import type { ClosingLook, ClosingView, Problem } from '@kotae/contracts';
import type { TestStaff } from './test-desk';

/** `who` closes a fiscal year of a plan over the numbers that `looker` has looked at. */
export async function closeYear(who: TestStaff, looker: TestStaff, planId: string, fiscalYear: number) {
  const { digest } = (await looker.get<ClosingLook>(`/api/plans/${planId}/closings/${fiscalYear}`)).body;
  return who.send<ClosingView & Problem>('POST', `/api/plans/${planId}/closings`, { fiscalYear, digest });
}
