import type { Role } from '@kotae/kernel';
import type { Permission } from './desk/session';

/**
 * Who may do what. docs/permissions.md prints this table; the endpoint tests run through it.
 * Section roles are further limited to what is assigned to their section, and see the text with personal data masked.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  desk: [
    'inbox.read',
    'submission.read',
    'submission.register',
    'submission.triage',
    'submission.close',
    'personal_data.read',
    'reply.send',
    'outcome.decide',
    'publication.write',
    'history.read',
    'indicator.read',
    'indicator.open',
    'indicator.write',
    'indicator.close',
    'template.write',
    'jobs.read',
    'jobs.retry',
    'model.read',
  ],
  section_member: [
    'inbox.read',
    'submission.read',
    'answer.write',
    'outcome.decide',
    'history.read',
    'indicator.read',
    'template.write',
  ],
  section_approver: [
    'inbox.read',
    'submission.read',
    'answer.write',
    'answer.approve',
    'outcome.decide',
    'history.read',
    'indicator.read',
    'template.write',
  ],
  management: [
    'indicator.read',
    'indicator.open',
    'indicator.close',
    'indicator.define',
    'submission.read',
    'history.read',
    'model.read',
  ],
  administrator: [
    'indicator.read',
    'indicator.define',
    'staff.manage',
    'settings.write',
    'jobs.read',
    'jobs.retry',
    'model.read',
    'model.train',
  ],
  auditor: [
    'inbox.read',
    'submission.read',
    'history.read',
    'indicator.read',
    'indicator.open',
    'jobs.read',
    'model.read',
  ],
};

export function may(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
