import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Trouble } from '../launch/run-step.mjs';
import { run } from './prepare.mjs';

/** What the tests need from the operating system: a program that must be found, and the Debian package that has it. */
const NEEDED = [
  { programs: ['redis-server'], package: 'redis-server' },
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  { files: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'], package: 'fonts-noto-cjk' },
];

const onPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

function missing() {
  const debian = existsSync('/etc/debian_version');
  return NEEDED.filter(({ programs, files }) =>
    programs ? !programs.some(onPath) : debian && !files.some((file) => existsSync(file)),
  ).map((needed) => needed.package);
}

/** Installs what is missing where that is possible (Debian, root). @throws Trouble with the words to type elsewhere. */
export async function ensureTestServers() {
  const wanted = missing();
  if (wanted.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`  … ${command}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env });
  }
  const still = missing();
  if (still.length > 0) {
    throw new Trouble(
      `テストに要るものがありません: ${still.join(', ')}`,
      `入れてから、もう一度お試しください: sudo ${command}\nThe tests need Redis, Chromium and a Japanese font.`,
    );
  }
}
