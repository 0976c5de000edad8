import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDesk, type TestDesk } from '../testing/test-desk';

describe("the desk's pages", () => {
  let folder: string;
  let desk: TestDesk;

  beforeAll(async () => {
    const parent = mkdtempSync(join(tmpdir(), 'kotae-web-'));
    folder = join(parent, 'desk-web');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>応え</title>');
    writeFileSync(join(folder, 'assets', 'app-1234.js'), 'console.log(1)');
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(parent, 'secret.txt'), 'secret');
    desk = await createTestDesk({ setup: { webFolder: folder } });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('answers every page with the application, never kept, under a strict policy', async () => {
    for (const path of ['/', '/inbox', '/submissions/0198-1?x=1']) {
      const answer = await desk.request('GET', path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.raw.toString()).toContain('応え');
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-cache',
        'content-security-policy': expect.stringContaining("script-src 'self'"),
      });
    }
  });

  it('keeps hashed files for a year and says when one is missing', async () => {
    const file = await desk.request('GET', '/assets/app-1234.js');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await desk.request('GET', '/icon.svg')).status).toBe(200);
    expect((await desk.request('GET', '/assets/app-0000.js')).status).toBe(404);
  });

  it('does not answer an unknown address of the API with a page', async () => {
    const answer = await desk.request<{ code: string }>('GET', '/api/nothing');
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('does not leave its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2f..%2fsecret.txt',
      '/%',
    ]) {
      const answer = await desk.request('GET', path);
      expect(answer.raw.toString()).not.toContain('secret');
    }
  });
});
