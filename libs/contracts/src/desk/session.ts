import type { Role } from '@kotae/kernel';

/** `POST /api/session` */
export interface SignInRequest {
  login: string;
  password: string;
}

/** `GET /api/session`; every request that changes something sends `csrfToken` as header `X-CSRF-Token`. */
export interface Me {
  staffId: string;
  name: string;
  role: Role;
  sectionId: string | null;
  sectionName: string | null;
  csrfToken: string;
  permissions: Permission[];
}

/** What an endpoint asks for; the table of who may do what is libs/contracts/src/permissions.ts and docs/permissions.md. */
export const PERMISSIONS = [
  'inbox.read',
  'submission.read',
  'submission.register',
  'submission.triage',
  'submission.close',
  'personal_data.read',
  'answer.write',
  'answer.approve',
  'reply.send',
  'outcome.decide',
  'publication.write',
  'history.read',
  'indicator.read',
  'indicator.open',
  'indicator.write',
  'indicator.close',
  'indicator.define',
  'template.write',
  'staff.manage',
  'settings.write',
  'jobs.read',
  'jobs.retry',
  'model.read',
  'model.train',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
