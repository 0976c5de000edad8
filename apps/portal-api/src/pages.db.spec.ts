import { changeSource } from '@kotae/indicators';
import { newId } from '@kotae/kernel';
import { indicatorWork } from '@kotae/persistence';
import { publishAnswer, startPortal, type PortalUnderTest, type TestAnswer } from './portal.testing';

describe('the pages', () => {
  let portal: PortalUnderTest;
  let voice: string;
  const all = () => [
    '/',
    '/letter',
    '/status',
    '/voices',
    `/voices/${voice}`,
    '/plan',
    '/plan/KODAMA-1',
    '/privacy',
    '/accessibility',
  ];
  const get = (url: string) => portal.inject({ url });
  const part = (page: TestAnswer, pattern: RegExp) => pattern.exec(page.text)?.[1];

  beforeAll(async () => {
    portal = await startPortal();
    voice = await publishAnswer(portal.owner, {
      title: '図書館の開館時間',
      question: '夜も開けてほしい',
      topic: 'library',
      publishedOn: '2026-10-01',
    });
    await publishAnswer(portal.owner, {
      title: '図書館の返却ポスト',
      question: '図書館の駅前に返却ポストを',
      topic: 'library',
      publishedOn: '2026-10-02',
    });
  }, 60_000);
  afterAll(() => portal.close());

  it('are whole documents in Japanese, each with a title and one heading of its own', async () => {
    const titles = new Set<string>();
    for (const url of all()) {
      const page = await get(url);
      expect([url, page.status, page.headers['content-type']]).toEqual([url, 200, 'text/html; charset=utf-8']);
      expect(page.text).toMatch(/^<!doctype html><html lang="ja">/);
      expect(page.text.match(/<h1/g)).toHaveLength(1);
      titles.add(part(page, /<title>([^<]*)</) ?? '');
    }
    expect(titles.size).toBe(all().length);
  });

  it('run nothing inline, load nothing from elsewhere, set no cookie, and do not say what they run on', async () => {
    for (const url of [...all(), '/nothing', '/api/v1/indicators']) {
      const page = await get(url);
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      for (const header of ['set-cookie', 'server', 'x-powered-by']) expect(page.headers[header]).toBeUndefined();
      expect(page.text).not.toMatch(/<script>|<script [^>]*(?<!><)\bon\w+=| style="|<style|<iframe/);
      for (const [, address = ''] of page.text.matchAll(/<(?:script|link|img)[^>]* (?:src|href)="([^"]*)"/g)) {
        expect(address).toMatch(/^\/assets\/[\w.-]+$/);
      }
    }
  });

  it('bring their files once and for long', async () => {
    const home = await get('/');
    const files = [...home.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const url of files) {
      const file = await portal.inject({ url, headers: { 'accept-encoding': 'br' } });
      expect([file.status, file.headers['content-encoding']]).toEqual([200, 'br']);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const script = files.find((file) => file.endsWith('.js')) ?? '';
    const packed = await portal.app.inject({ url: script, headers: { 'accept-encoding': 'br' } });
    expect(packed.rawPayload.length).toBeLessThan(15_000);
    for (const url of ['/assets/../package.json', '/assets/%2e%2e/.vite/manifest.json', '/assets/']) {
      expect([403, 404]).toContain((await get(url)).status);
    }
  });

  it('show what is published, what is like it, and nothing that is not', async () => {
    const page = await get(`/voices/${voice}`);
    expect(page.text).toContain('夜も開けてほしい');
    expect(page.text).toContain('図書館の返却ポスト');
    expect((await get('/')).text).toContain('図書館の返却ポスト');
    const found = await get(`/voices?q=${encodeURIComponent('返却ポスト')}`);
    expect(found.text.match(/href="\/voices\/[0-9a-f-]{36}"/g)).toHaveLength(1);
    expect((await get('/voices?q=%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89')).text).toContain(
      '当てはまる声はありませんでした',
    );
    expect((await get(`/voices?q=${encodeURIComponent('<script>')}`)).text).not.toContain('<script>');
    for (const url of [`/voices/${newId()}`, '/voices/x', '/plan/NONE', '/plan?plan=NONE', '/wp-admin.php']) {
      const missing = await get(url);
      expect([url, missing.status, part(missing, /<h1>([^<]*)</)]).toEqual([url, 404, 'ページが見つかりません']);
    }
    expect((await get('/voices?after=nonsense')).status).toBeLessThan(500);
    expect((await get('/voices?topic=library&topic=roads')).status).toBe(200);
  });

  it('show each plan of the city at its own address, and none that is still empty', async () => {
    const plan = (await indicatorWork(portal.owner).run(({ indicators }) => indicators.plan('kodama')))!;
    const row = (await indicatorWork(portal.owner).run(({ indicators }) => indicators.indicator('KODAMA-1')))!;
    const second = { ...plan, id: 'SECOND', name: '第2次計画' };
    const empty = { ...plan, id: 'EMPTY', name: 'これから書く計画' };
    await indicatorWork(portal.owner).run(({ indicators }) =>
      indicators.addPlans({
        plans: [second, empty],
        programmes: [],
        indicators: [{ ...row, id: 'SECOND-1', planId: 'SECOND', name: '2つめの指標' }],
      }),
    );
    await portal.restart();
    const first = await get('/plan');
    const links = [...first.text.matchAll(/<a href="(\/plan\?plan=[^"]*)"[^>]*>([^<]*)<\/a>/g)];
    expect(links.map(([, href, name]) => [href, name])).toEqual([
      ['/plan?plan=kodama', plan.name],
      ['/plan?plan=SECOND', '第2次計画'],
    ]);
    const other = await get('/plan?plan=SECOND');
    expect(other.text).toContain('2つめの指標');
    expect(other.text).toMatch(/href="\/plan\?plan=SECOND" aria-current="true"/);
    expect((await get('/plan/SECOND-1')).text).toContain('href="/plan?plan=SECOND"');
    expect(first.text).not.toContain('これから書く計画');
    expect((await get('/plan?plan=EMPTY')).status).toBe(404);
    expect((await get('/api/v1/indicators?plan=EMPTY')).status).toBe(404);
  });

  it('say how an indicator is counted now, after the way was changed, and name the number of the front page', async () => {
    const deps = { unitOfWork: indicatorWork(portal.owner), clock: portal.clock };
    const rule = (page: TestAnswer) => part(page, />いまの数え方<\/dt><dd[^>]*>([^<]*)</);
    expect(rule(await get('/plan/KODAMA-1'))).toContain('分類が事務改善要望または政策提案の意見');
    const who = { kind: 'staff', staffId: newId(), name: '管理 一郎', role: 'management', sectionId: null } as const;
    await changeSource(deps, who, {
      ...{ indicatorId: 'KODAMA-1', version: 0, reason: '数え方の見直し' },
      ...{ source: { kind: 'facts', measure: 'class' }, mode: 'cumulative' },
    });
    await portal.restart();
    const after = await get('/plan/KODAMA-1');
    expect(rule(after)).toContain('すべての意見を、受け付けた年度ごとに数え');
    expect(after.text).not.toContain('何を数えるか');
    expect((await get('/')).text).toContain('提案にあたる声は、分類が事務改善要望・政策提案の意見です。');
  });

  it('say a wrong code in the same words whatever was typed, keep it, and leave no code in an address', async () => {
    const ask = (code: string) =>
      portal.inject({
        method: 'POST',
        url: '/status',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `code=${encodeURIComponent(code)}`,
        ip: '192.0.2.99',
      });
    const wrong = await ask('ABCDE-ABCDE-ABCD');
    expect([wrong.status, wrong.headers['cache-control']]).toEqual([404, 'no-store']);
    expect(wrong.text).toContain('value="ABCDE-ABCDE-ABCD"');
    expect(wrong.text).toContain('<a href="#code">照会コードが見つかりませんでした。');
    expect((await ask('')).status).toBe(422);
    for (let i = 0; i < 9; i++) await ask(`wrong ${i}`);
    const limited = await ask('ABCDE-ABCDE-ABCD');
    expect([limited.status, Number(limited.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  it('are asked for by programs too: errors are problems there', async () => {
    const missing = await get('/api/v1/nothing');
    expect([missing.status, missing.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect((await portal.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await portal.inject({ url: '/readyz' })).json()).toEqual({ status: 'ok' });
  });

  it('keep the doors to write and to look up open when the database does not answer', async () => {
    await portal.restart();
    await portal.loseDatabase();
    for (const url of ['/', '/letter', '/status', '/privacy']) expect((await get(url)).status).toBe(200);
    const voices = await get('/voices');
    expect([voices.status, part(voices, /<h1>([^<]*)</)]).toEqual([500, 'ただいま表示できません']);
    expect(voices.text).not.toMatch(/Error|at \/|Connection/);
    expect((await get('/readyz')).status).toBe(503);
    await portal.restart();
    expect((await get('/voices')).status).toBe(200);
  });
});
