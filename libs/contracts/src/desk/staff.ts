import type { Role } from '@kotae/kernel';

export interface StaffView {
  id: string;
  login: string;
  name: string;
  role: Role;
  sectionId: string | null;
  active: boolean;
  locked: boolean;
}
export interface StaffRequest {
  login: string;
  name: string;
  role: Role;
  sectionId?: string | null;
  active: boolean;
  /** Required for a new account; when given for an existing one it replaces the password and ends its sessions. */
  password?: string | null;
}
