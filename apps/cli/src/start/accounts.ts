import { ROLE_LABELS, type Role } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { DEMO_STAFF } from '../demo/staff';
import type { DemoAccount } from './summary';

/** Shown by name; the other sections' accounts are made the same way. */
const SHOWN = ['kouhou', 'douro', 'douro-k', 'kanri', 'admin', 'kansa'];

/** The demo accounts that exist in this database; none in a city's own. */
export async function printedAccounts(source: DataSource): Promise<DemoAccount[]> {
  const rows: { login: string; role: Role; section: string | null }[] = await source.query(
    `select s.login, s.role, c.name as section from staff s left join section c on c.id = s.section_id
     where s.login = any($1) and s.active order by array_position($1, s.login)`,
    [DEMO_STAFF.map((staff) => staff.login)],
  );
  if (rows.length === 0) return [];
  const shown = rows.filter((row) => SHOWN.includes(row.login));
  const others = rows.filter((row) => !SHOWN.includes(row.login) && row.role === 'section_member').length;
  return [
    ...shown.map((row) => ({ login: row.login, role: ROLE_LABELS[row.role], section: row.section ?? '―' })),
    ...(others === 0
      ? []
      : [
          {
            login: 'kankyo / kankyo-k …',
            role: '担当課 / 決裁',
            section: `ほか${others}課（npm run kotae -- staff list）`,
          },
        ]),
  ];
}
