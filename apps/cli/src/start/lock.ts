import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../trouble';
import { isAlive, markOf, type ProcessMark } from './process-alive';

/** What a launcher writes about itself, so that the next one knows. */
interface Note {
  readonly launcher: ProcessMark;
  readonly since: string;
  readonly children: readonly ProcessMark[];
}

/** One launcher per data folder. */
export interface DataLock {
  /** Processes that a launcher before us left behind when it was killed. */
  readonly left: readonly ProcessMark[];
  /** Remembers the processes of ours that now run. */
  remember(children: readonly ProcessMark[]): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the folder for this process. A note of a launcher that no longer runs (power cut, kill -9) is taken over.
 * @throws Trouble when another launcher runs on the same folder.
 */
export async function lockDataFolder(data: string): Promise<DataLock> {
  const file = join(data, 'kotae.lock');
  const since = new Date().toISOString();
  const note = (children: readonly ProcessMark[]) => JSON.stringify({ launcher: markOf(process.pid), since, children });
  let left: readonly ProcessMark[] = [];
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, note([]), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error;
    }
    const found = await readNote(file);
    if (found !== null && found.launcher.pid !== process.pid && isAlive(found.launcher)) {
      throw new Trouble(
        `同じデータ（${data}）で、応えがもう動いています（プロセス ${found.launcher.pid}、${found.since} から）。`,
        'そちらをお使いになるか、止めてから始めてください。別のデータで動かすときは KOTAE_DATA とポートを変えてください。 / Another instance runs with the same data.',
      );
    }
    left = found?.children.filter(isAlive) ?? [];
    await putAside(file, found);
  }
  return {
    left,
    remember: async (children) => {
      await writeFile(`${file}.new`, note(children));
      await rename(`${file}.new`, file);
    },
    release: () => rm(file, { force: true }),
  };
}

/** Removes a stale note, unless another launcher has taken the folder since we read it. */
async function putAside(file: string, stale: Note | null): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readNote(aside);
  if (moved !== null && moved.since !== stale?.since) await rename(aside, file);
  await rm(aside, { force: true });
}

async function readNote(file: string): Promise<Note | null> {
  try {
    const note = JSON.parse(await readFile(file, 'utf8')) as Partial<Note>;
    if (typeof note.launcher?.pid !== 'number') return null;
    return {
      launcher: { pid: note.launcher.pid, started: note.launcher.started ?? null },
      since: note.since ?? '?',
      children: note.children ?? [],
    };
  } catch {
    return null;
  }
}
