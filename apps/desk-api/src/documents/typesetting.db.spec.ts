import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Problem } from '@kotae/contracts';
import {
  ThreadTypesetter,
  TypesettingError,
  typesetHere,
  type Typesetter,
  type TypesettingReason,
} from '@kotae/documents';
import { DEMO_PLAN_ID, type PlansFile } from '@kotae/indicators';
import { loadPlans } from '@kotae/persistence';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';

const ROOT = resolve(import.meta.dirname, '../../../..');
const REPORT = `/api/plans/${DEMO_PLAN_ID}/report.pdf?fiscalYear=2026`;

/** The thread's program, bundled as the product does it; npm packages are found from inside the repository only. */
async function bundledProgram(folder: string): Promise<string> {
  const options = { entry: 'apps/desk-api/src/typesetting.ts', outDir: folder, fileName: 'typesetting.js' };
  const build = `
    const { bundleProgram } = await import(${JSON.stringify(join(ROOT, 'infra/build/node-bundle.mjs'))});
    await bundleProgram(${JSON.stringify(options)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT });
  return join(folder, 'typesetting.js');
}

describe('PDF beside everything else', () => {
  let desk: TestDesk;
  let management: TestStaff;
  let folder: string;
  let thread: ThreadTypesetter;
  /** What the desk's door leads to, to be changed by a spec. */
  let set: Typesetter['set'];
  let closings = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(ROOT, 'dist/spec-typesetting-'));
    thread = new ThreadTypesetter(await bundledProgram(folder));
    const close = async () => {
      closings += 1;
      await thread.close();
    };
    desk = await createTestDesk({ setup: { typesetter: { set: (...order) => set(...order), close } } });
    const plans = JSON.parse(await readFile(join(ROOT, 'data/plans.json'), 'utf8')) as PlansFile;
    await desk.owner.transaction((tx) => loadPlans(tx, plans));
    management = await desk.staff('management');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => {
    set = (...order) => thread.set(...order);
  });

  it('keeps nobody waiting: the desk answers while a report is being set', async () => {
    const begun = Promise.withResolvers<void>();
    let done = false;
    set = async (...order) => {
      begun.resolve();
      return thread.set(...order).finally(() => (done = true));
    };
    const report = management.get(REPORT);
    await begun.promise;
    let answered = 0;
    while (!done) {
      const { status } = await desk.request('GET', '/healthz');
      if (!done && status === 200) answered += 1;
      // Lets in what other threads and the network have to say; without it this loop would starve them.
      await new Promise(setImmediate);
    }
    // The fonts alone take longer to read than a handful of answers; on the desk's own thread there would be none.
    expect(answered).toBeGreaterThan(5);
    expect((await report).raw.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('gives the bytes that the calling thread would have given', async () => {
    const onThread = await management.get('/api/postcard.pdf');
    set = (...order) => typesetHere.set(...order);
    const here = await management.get('/api/postcard.pdf');
    expect(onThread.status).toBe(200);
    expect(onThread.raw.equals(here.raw)).toBe(true);
  });

  it.each<[TypesettingReason, string]>([
    ['failed', 'PDFを作れませんでした'],
    ['too_slow', '時間内に作り終わりませんでした'],
    ['busy', 'ほかのPDFを作っている'],
    ['closed', '再起動している'],
  ])('says in words that it is %s', async (reason, words) => {
    set = ({ name }) => Promise.reject(new TypesettingError(name, reason));
    const answer = await management.get<Problem>(REPORT);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(answer.body).toMatchObject({ status: 503, code: 'internal', title: expect.stringContaining(words) });
  });

  it('ends its thread with the desk', async () => {
    await desk.close();
    expect(closings).toBe(1);
    await expect(thread.set({ name: 'late', source: '' }, {})).rejects.toMatchObject({ reason: 'closed' });
  });
});
