import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, markOf } from './process-alive';
import type { Program } from './programs';
import { defaultBackOff, supervise, type ProgramNews, type SupervisedProgram } from './supervise';

let folder: string;
let running: SupervisedProgram | null = null;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'kotae-supervise-'))));
afterEach(async () => {
  await running?.stop(1_000);
  running = null;
  await rm(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that answers, notes every start, and does what `extra` says. */
async function program(extra = ''): Promise<{ program: Program; starts: () => Promise<number> }> {
  const port = await freePort();
  const main = join(folder, 'main.mjs');
  const starts = join(folder, 'starts');
  await writeFile(starts, '');
  await writeFile(
    main,
    `import { appendFileSync } from 'node:fs';
     import { createServer } from 'node:http';
     appendFileSync(${JSON.stringify(starts)}, 'x');
     const server = createServer((_request, response) => response.end('ok')).listen(${port}, '127.0.0.1');
     process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
     ${extra}`,
  );
  return {
    program: { name: 'desk', label: 'desk', main, env: {}, readyUrl: `http://127.0.0.1:${port}/readyz` },
    starts: async () => (await readFile(starts, 'utf8')).length,
  };
}

function watchOver(target: Program): ProgramNews[] {
  const news: ProgramNews[] = [];
  running = supervise(target, {
    node: process.execPath,
    onNews: (_program, one) => news.push(one),
    onLine: () => undefined,
    onPid: () => undefined,
    backOff: () => 20,
  });
  return news;
}

describe('a supervised program', () => {
  it('is ready once it answers, and ends on SIGTERM without news', async () => {
    const { program: target } = await program();
    const news = watchOver(target);
    await running!.ready(10_000);
    const mark = markOf(running!.pid()!);
    await running!.stop(5_000);
    expect(isAlive(mark)).toBe(false);
    expect(news).toEqual([]);
  });

  it('is started again after kill -9, and said so', async () => {
    const { program: target, starts } = await program();
    const news = watchOver(target);
    await running!.ready(10_000);
    process.kill(running!.pid()!, 'SIGKILL');
    while (!news.some(({ kind }) => kind === 'restarted')) await new Promise((resolve) => setImmediate(resolve));
    await running!.ready(10_000);
    expect(news.map(({ kind }) => kind)).toEqual(['crashed', 'restarted']);
    expect(news[0]).toMatchObject({ how: 'SIGKILL', restartMs: 20 });
    expect(await starts()).toBe(2);
  });

  it('that cannot start is given up with its last words', async () => {
    const { program: target } = await program(`console.error('no such city'); process.exit(3);`);
    watchOver(target);
    await expect(running!.ready(10_000)).rejects.toThrow('no such city');
  });

  it('that ignores SIGTERM is killed', async () => {
    const { program: target } = await program(
      `process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => {});`,
    );
    watchOver(target);
    await running!.ready(10_000);
    const mark = markOf(running!.pid()!);
    await running!.stop(50);
    expect(isAlive(mark)).toBe(false);
  });
});

it('waits longer the more often a program ends in a row, at most half a minute', () => {
  expect([1, 2, 3, 4].map(defaultBackOff)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(defaultBackOff(20)).toBe(30_000);
});
