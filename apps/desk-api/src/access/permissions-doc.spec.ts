import { ROLE_PERMISSIONS } from '@kotae/contracts';
import { ROLES } from '@kotae/kernel';
import { documentedPermissions } from './permissions-doc';

describe('docs/permissions.md', () => {
  it('prints what the program holds', () => {
    const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(ROLES.map((role) => [role, [...(table[role] ?? [])].sort()]));
    expect(Object.keys(documentedPermissions()).sort()).toEqual([...ROLES].sort());
    expect(sorted(documentedPermissions())).toEqual(sorted(ROLE_PERMISSIONS));
  });
});
