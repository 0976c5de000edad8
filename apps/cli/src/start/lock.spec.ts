import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './lock';
import { isAlive, markOf } from './process-alive';

let data: string;
beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'kotae-lock-'))));
afterEach(() => rm(data, { recursive: true }));

const note = () => join(data, 'kotae.lock');

describe('one launcher per data folder', () => {
  it('is taken, remembered and released', async () => {
    const lock = await lockDataFolder(data);
    await lock.remember([markOf(process.pid)]);
    expect(JSON.parse(await readFile(note(), 'utf8')).launcher.pid).toBe(process.pid);
    await lock.release();
    await expect(readFile(note())).rejects.toThrow('ENOENT');
  });

  it('refuses while another process lives, and takes over when that was killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const mark = markOf(other.pid!);
    await writeFile(note(), JSON.stringify({ launcher: mark, since: 'then', children: [markOf(process.pid)] }));
    await expect(lockDataFolder(data)).rejects.toThrow('もう動いています');
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    const lock = await lockDataFolder(data);
    expect(lock.left.map(({ pid }) => pid)).toEqual([process.pid]);
    await lock.release();
  });

  it('a number that another process has now is nobody', () => {
    expect(isAlive(markOf(process.pid))).toBe(true);
    if (process.platform === 'linux') expect(isAlive({ pid: process.pid, started: '1' })).toBe(false);
  });

  it('a note that cannot be read is put aside', async () => {
    await writeFile(note(), '{"launcher":');
    const lock = await lockDataFolder(data);
    expect(lock.left).toEqual([]);
    await lock.release();
  });
});
