import { createInterface } from 'node:readline/promises';
import { hashPassword } from '@kotae/http';
import { ROLES, ROLE_LABELS, type Role } from '@kotae/kernel';
import { StaffStore, createStaff } from '@kotae/persistence';
import { asOwner } from '../start/owner-connection';
import { readWords, WrongWords } from '../terminal/read-words';
import { table } from '../terminal/table';
import { Trouble } from '../trouble';

const TEXT = { type: 'string' } as const;

/** `kotae staff add|password|list`: accounts without a browser, e.g. the first administrator of a city. */
export async function staffCommand(words: readonly string[]): Promise<void> {
  const [what, ...rest] = words;
  switch (what) {
    case 'list':
      readWords(rest, {});
      return list();
    case 'add':
      return add(readWords(rest, { login: TEXT, name: TEXT, role: TEXT, section: TEXT }));
    case 'password':
      return setPassword(readWords(rest, { login: TEXT }).login);
    default:
      throw new WrongWords('staff の後に、すること（list / add / password）を書いてください。', 'Say what to do.');
  }
}

async function list(): Promise<void> {
  const rows = await asOwner(
    ({ source }): Promise<{ login: string; name: string; role: Role; section: string | null; active: boolean }[]> =>
      source.query(
        `select s.login, s.name, s.role, c.name as section, s.active from staff s left join section c on c.id = s.section_id
         order by s.role, s.login`,
      ),
  );
  console.log(
    table([
      ['ユーザー名', '氏名', '役割', '所属', ''],
      ...rows.map((row) => [
        row.login,
        row.name,
        ROLE_LABELS[row.role],
        row.section ?? '―',
        row.active ? '' : '停止中',
      ]),
    ]),
  );
}

async function add(values: { login?: string; name?: string; role?: string; section?: string }): Promise<void> {
  const { login, name } = values;
  const role = ROLES.find((known) => known === values.role);
  if (login === undefined || name === undefined || role === undefined) {
    throw new WrongWords('ユーザー名、氏名、役割が要ります。', 'A login, a name and a role are needed.');
  }
  const needsSection = role === 'section_member' || role === 'section_approver';
  if (needsSection && values.section === undefined)
    throw new WrongWords('この役割には --section が要ります。', 'This role needs --section.');
  const passwordHash = await hashPassword(await readPassword(login));
  await asOwner(async ({ source }) => {
    try {
      await createStaff(source, {
        login,
        name,
        role,
        sectionId: values.section ?? null,
        passwordHash,
        createdAt: new Date(),
      });
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '23505')
        throw new Trouble(`「${login}」はもうあります。`, 'ほかのユーザー名にしてください。 / The login is taken.');
      if (code === '23503') throw new Trouble('その課はありません。', '課の ID をご確認ください。 / No such section.');
      throw error;
    }
  });
  console.log(`「${login}」を作りました。`);
}

async function setPassword(login: string | undefined): Promise<void> {
  if (login === undefined) throw new WrongWords('--login が要ります。', '--login is missing.');
  const passwordHash = await hashPassword(await readPassword(login));
  await asOwner(async ({ source }) => {
    const rows: { id: string }[] = await source.query('select id from staff where login = $1', [login]);
    const staff = rows[0];
    if (staff === undefined)
      throw new Trouble(`「${login}」はありません。`, '「staff list」で一覧を見られます。 / No such login.');
    await source.transaction(async (tx) => {
      await tx.query('update staff set password_hash = $2, failed_count = 0, locked_until = null where id = $1', [
        staff.id,
        passwordHash,
      ]);
      await new StaffStore(tx).endSessionsOf(staff.id);
    });
  });
  console.log(`「${login}」のパスワードを変え、すべての画面からサインアウトしました。`);
}

async function readPassword(login: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const password = await reader.question('新しいパスワード（12文字以上、表示されます）: ');
  reader.close();
  if ([...password].length < 12 || password === login) {
    throw new Trouble(
      'パスワードは 12 文字以上で、ユーザー名と違うものにしてください。',
      'パスワードは標準入力から 1 行で読みます。 / At least 12 characters, other than the login; one line of standard input.',
    );
  }
  return password;
}
