import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@kotae/servers';
import { WaitInVain, waitFor } from '@kotae/testing';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY = 'Kotae is ready';
const FIRST_START_MS = 150_000;

/** One launcher with everything it has said so far. */
interface Launcher {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

const folders: string[] = [];
const launchers: Launcher[] = [];
let data: string;
let ports: { KOTAE_PORTAL_PORT: string; KOTAE_DESK_PORT: string };

function launch(env: Record<string, string> = {}): Launcher {
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'start'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', KOTAE_DATA: data, ...ports, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const launcher = {
    process: child,
    said: () => output,
    ended: new Promise<number | null>((done) => child.once('close', (code) => done(code))),
  };
  launchers.push(launcher);
  return launcher;
}

const hasEnded = ({ process: { exitCode, signalCode } }: Launcher) => exitCode !== null || signalCode !== null;

const hears = (launcher: Launcher, words: string, timeoutMs = 30_000) =>
  waitFor(
    `the launcher to say: ${words}`,
    async () => {
      if (launcher.said().includes(words)) return true;
      if (hasEnded(launcher))
        throw new WaitInVain(`it ended before it said: ${words}\n${launcher.said().slice(-3_000)}`);
      return false;
    },
    timeoutMs,
  );

async function stop(launcher: Launcher): Promise<{ code: number | null; seconds: number }> {
  const started = performance.now();
  launcher.process.kill('SIGINT');
  const code = await launcher.ended;
  return { code, seconds: (performance.now() - started) / 1000 };
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kotae-launcher-'));
  folders.push(folder);
  return folder;
}

const portal = (path: string) => fetch(`http://127.0.0.1:${ports.KOTAE_PORTAL_PORT}${path}`);
const note = async (): Promise<{ launcher: { pid: number }; children: { pid: number }[] }> =>
  JSON.parse(await readFile(join(data, 'kotae.lock'), 'utf8'));
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The process that listens on the portal's port, as the launcher remembers it. */
async function portalPid(): Promise<number> {
  const { children } = await note();
  for (const { pid } of children) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('portal-api')) return pid;
  }
  throw new Error('the portal is not among the children');
}

beforeAll(async () => {
  expect(existsSync(join(ROOT, 'dist/apps/cli/main.js'))).toBe(true);
  data = join(await temporary(), 'var');
  ports = { KOTAE_PORTAL_PORT: String(await freePort()), KOTAE_DESK_PORT: String(await freePort()) };
});

afterAll(async () => {
  for (const launcher of launchers) {
    if (!hasEnded(launcher)) {
      launcher.process.kill('SIGTERM');
      await launcher.ended;
    }
  }
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}, 30_000);

describe('npm start', () => {
  let launcher: Launcher;

  it(
    'on an empty folder: a city whose pages answer, and its accounts',
    async () => {
      launcher = launch();
      await hears(launcher, READY, FIRST_START_MS);
      const home = await portal('/');
      expect(home.status).toBe(200);
      expect(await home.text()).toContain('こだま市');
      const desk = await fetch(`http://127.0.0.1:${ports.KOTAE_DESK_PORT}/readyz`);
      expect(desk.status).toBe(200);
      expect(launcher.said()).toContain('kouhou');
      expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600);
    },
    FIRST_START_MS + 30_000,
  );

  it('no program holds another role’s connection', async () => {
    for (const { pid } of (await note()).children) {
      const env = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0');
      const urls = env.filter((line) => /DATABASE_URL=/.test(line));
      expect(urls).toHaveLength(1);
      expect(urls[0]).toMatch(/^(PORTAL|DESK|WORKER)_DATABASE_URL=/);
      expect(urls[0]).not.toContain('kotae_owner');
    }
  });

  it('a second one with the same data is told so', async () => {
    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('もう動いています');
  }, 30_000);

  it('a program that was killed is started again, and said so', async () => {
    const before = await portalPid();
    process.kill(before, 'SIGKILL');
    await hears(launcher, 'を始め直しました');
    await waitFor('the portal to answer again', async () => (await portal('/readyz')).ok);
    expect(await portalPid()).not.toBe(before);
  }, 60_000);

  it('Ctrl-C ends everything within ten seconds, exit code 0', async () => {
    const { children } = await note();
    const server = Number((await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
    const { code, seconds } = await stop(launcher);
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(10);
    expect([server, ...children.map(({ pid }) => pid)].filter(alive)).toEqual([]);
    expect(existsSync(join(data, 'kotae.lock'))).toBe(false);
  }, 30_000);

  it('the second start takes seconds and keeps the data', async () => {
    const started = performance.now();
    launcher = launch();
    await hears(launcher, READY);
    expect((performance.now() - started) / 1000).toBeLessThan(20);
    expect(launcher.said()).not.toContain('読み込んでいます');
  }, 60_000);

  it('after kill -9 of the launcher, the next start takes over', async () => {
    const { launcher: killed } = await note();
    const server = Number((await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(killed.pid, 'SIGKILL');
    await launcher.ended;
    launcher = launch();
    await hears(launcher, READY, 60_000);
    expect(alive(server)).toBe(false);
    expect((await stop(launcher)).code).toBe(0);
  }, 120_000);
});

describe('npm start says what is wrong', () => {
  it('at once: nobody waits for a launcher that has ended', async () => {
    const launcher = launch({ KOTAE_PORTAL_PORT: 'not a port' });
    await expect(hears(launcher, READY, FIRST_START_MS)).rejects.toThrow(
      /it ended before it said[^]*KOTAE_PORTAL_PORT/,
    );
  }, 30_000);

  it('a port in use', async () => {
    const server = await new Promise<Server>((done) => {
      const made = createServer();
      made.listen(Number(ports.KOTAE_PORTAL_PORT), '127.0.0.1', () => done(made));
    });
    try {
      const launcher = launch();
      expect(await launcher.ended).toBe(1);
      expect(launcher.said()).toContain(`ポート ${ports.KOTAE_PORTAL_PORT}`);
      expect(launcher.said()).toContain('KOTAE_PORTAL_PORT=');
    } finally {
      await new Promise((done) => server.close(done));
    }
  }, 30_000);

  it('a damaged database folder, and how to move it away', async () => {
    const copy = join(await temporary(), 'var');
    await cp(data, copy, { recursive: true, preserveTimestamps: true });
    await truncate(join(copy, 'postgres/global/pg_control'), 0);
    const launcher = launch({ KOTAE_DATA: copy });
    expect(await launcher.ended).toBe(1);
    expect(launcher.said()).toContain('壊れているか');
    expect(launcher.said()).toContain(`mv ${copy} `);
  }, 60_000);

  it('a file where the folder should be', async () => {
    const file = join(await temporary(), 'file');
    await writeFile(file, '');
    const launcher = launch({ KOTAE_DATA: file });
    expect(await launcher.ended).toBe(1);
    expect(launcher.said()).toContain('フォルダーではありません');
  }, 30_000);

  it('lost secrets of a folder that has a database', async () => {
    const copy = join(await temporary(), 'var');
    await cp(data, copy, { recursive: true, preserveTimestamps: true });
    await rm(join(copy, 'secrets.json'));
    const launcher = launch({ KOTAE_DATA: copy });
    expect(await launcher.ended).toBe(1);
    expect(launcher.said()).toContain('secrets.json');
  }, 60_000);
});
