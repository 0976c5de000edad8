import type { Role } from '@kotae/kernel';

/** One stop of the approval route: whose signature it asks for, and what that person is called on paper. */
export interface ApprovalStop {
  readonly role: Role;
  readonly name: string;
}

/**
 * 決裁の経路. The first stop submits, every other one approves, and after the last the desk compiles the reply.
 * A longer route (部長, 副市長) needs another line here and nothing else.
 */
export type ApprovalRoute = readonly ApprovalStop[];

export const SECTION_ROUTE: ApprovalRoute = [
  { role: 'section_member', name: '担当者' },
  { role: 'section_approver', name: '課長' },
];

/** Whether a role may sign at a stop: its own, or an earlier one on behalf of a lower role. */
export function maySign(route: ApprovalRoute, stop: number, role: Role): boolean {
  return route.some((s, i) => i >= stop && s.role === role);
}

/** Whether the approval at a stop is the route's last. */
export function isLastStop(route: ApprovalRoute, stop: number): boolean {
  return stop >= route.length - 1;
}
