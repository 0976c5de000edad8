import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { waitFor } from '@kotae/testing';

/** The calendar clock of all programs that are started with `env`. */
export interface MovingClock {
  readonly env: Readonly<Record<string, string>>;
  /** Lets it jump to so many milliseconds from the true time, and waits until every process of `programs` programs heard. */
  jumpTo(offsetMs: number, programs: number): Promise<void>;
  remove(): Promise<void>;
}

export async function movingClock(): Promise<MovingClock> {
  const file = join(await mkdtemp(join(tmpdir(), 'kotae-clock-')), 'clock');
  await writeFile(file, '0');
  return {
    env: {
      KOTAE_TEST_CLOCK: file,
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'jumping-date.mjs')).href}`,
    },
    jumpTo: async (offsetMs, programs) => {
      await writeFile(`${file}-next`, String(offsetMs));
      await rename(`${file}-next`, file);
      await waitFor('the clocks to jump', async () => {
        const said = (await readdir(dirname(file))).filter(
          (name) => name.startsWith(`${basename(file)}.`) && lives(name),
        );
        const offsets = await Promise.all(said.map((name) => readFile(join(dirname(file), name), 'utf8')));
        return offsets.length >= programs && offsets.every((text) => Number(text) === offsetMs);
      });
    },
    remove: () => rm(dirname(file), { recursive: true, force: true }),
  };
}

/** Whether the process that wrote this file still runs. */
function lives(name: string): boolean {
  try {
    process.kill(Number(name.split('.').at(-1)), 0);
    return true;
  } catch {
    return false;
  }
}
