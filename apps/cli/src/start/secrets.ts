import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../trouble';

/** What this machine's own PostgreSQL and cell are locked with. Made once; lost secrets cannot be made again. */
export interface LocalSecrets {
  readonly kotaeSecret: string;
  readonly passwords: Readonly<
    Record<'admin' | 'kotae_owner' | 'kotae_portal' | 'kotae_desk' | 'kotae_worker', string>
  >;
  /** The port PostgreSQL had last; null before the first start. */
  readonly postgresPort: number | null;
}

const random = () => randomBytes(24).toString('base64url');

/** Reads `secrets.json`, or makes it (mode 0600) for a new folder. */
export async function localSecrets(data: string, isNew: boolean): Promise<LocalSecrets> {
  const file = join(data, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) {
    const secrets = parse(text);
    if (secrets !== null) return secrets;
  }
  if (!isNew) {
    throw new Trouble(
      text === null ? `${file} がありません。` : `${file} が読み取れません。`,
      'データベースのパスワードと照会コードの鍵が入っているファイルです。バックアップから戻してください。デモだけなら、データのフォルダーごと脇へよけてください。 / secrets.json is lost or damaged; restore it from a backup.',
    );
  }
  const secrets: LocalSecrets = {
    kotaeSecret: random() + random(),
    passwords: {
      admin: random(),
      kotae_owner: random(),
      kotae_portal: random(),
      kotae_desk: random(),
      kotae_worker: random(),
    },
    postgresPort: null,
  };
  await writeSecrets(data, secrets);
  return secrets;
}

export async function writeSecrets(data: string, secrets: LocalSecrets): Promise<void> {
  const file = join(data, 'secrets.json');
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function parse(text: string): LocalSecrets | null {
  try {
    const value = JSON.parse(text) as LocalSecrets;
    const complete = typeof value.kotaeSecret === 'string' && typeof value.passwords?.kotae_owner === 'string';
    return complete ? value : null;
  } catch {
    return null;
  }
}
