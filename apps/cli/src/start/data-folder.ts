import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from './explain';

/** Makes the folder and its `log` when they are missing, and sees that one can write there. */
export async function prepareDataFolder(data: string): Promise<void> {
  const probe = join(data, `.write-test-${process.pid}`);
  try {
    await mkdir(join(data, 'log'), { recursive: true });
    // Large enough not to fit into an inode: a full disk may still take an empty file.
    await writeFile(probe, Buffer.alloc(64 * 1024));
  } catch (error) {
    throw explain(error, { data });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
