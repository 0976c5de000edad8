import type { Actor } from '@kotae/kernel';
import type { DataSource } from 'typeorm';

/** The demo's staff as actors of use cases. */
export interface DemoActors {
  readonly desk: Actor;
  memberOf(sectionId: string): Actor;
  approverOf(sectionId: string): Actor;
}

export async function demoActors(source: DataSource): Promise<DemoActors> {
  const rows: (Omit<Extract<Actor, { kind: 'staff' }>, 'kind'> & { login: string })[] = await source.query(
    'select id as "staffId", login, name, role, section_id as "sectionId" from staff',
  );
  const actor = (login: string): Actor => {
    const row = rows.find((staff) => staff.login === login);
    if (row === undefined) throw new Error(`The demo account ${login} is missing`);
    const { staffId, name, role, sectionId } = row;
    return { kind: 'staff', staffId, name, role, sectionId };
  };
  return {
    desk: actor('kouhou'),
    memberOf: (sectionId) => actor(sectionId),
    approverOf: (sectionId) => actor(`${sectionId}-k`),
  };
}
