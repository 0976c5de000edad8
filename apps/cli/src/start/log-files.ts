import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 20 * 1024 * 1024;

/** Log files of the programs under `<data>/log`; a file that grew large is put aside as `.1` at the start. */
export function openLogFiles(data: string): { write(name: string, line: string): void; close(): Promise<void> } {
  const open = new Map<string, WriteStream>();
  const stream = (name: string) => {
    const found = open.get(name);
    if (found !== undefined) return found;
    const file = join(data, 'log', `${name}.log`);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
    const made = createWriteStream(file, { flags: 'a' });
    // A full disk must not end the programs: their log can wait.
    made.on('error', () => undefined);
    open.set(name, made);
    return made;
  };
  return {
    write: (name, line) => void stream(name).write(`${line}\n`),
    close: async () => {
      await Promise.all([...open.values()].map((file) => new Promise<void>((done) => file.end(done))));
    },
  };
}
