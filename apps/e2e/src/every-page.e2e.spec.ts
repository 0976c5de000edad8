import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '@kotae/testing';
import { DESK, PHONE, accessibilityProblems, openBrowser, person, scrollsSideways } from './browser';
import { startProduct, type Product } from './product';

const PASSWORD = 'kodama-demo-2026';
/** Set to 1, the pictures of README and docs/screenshots are taken again. */
const TAKE_PICTURES = process.env['KOTAE_TAKE_PICTURES'] === '1';
const FOLDER = resolve(import.meta.dirname, '../../../docs/screenshots');

/** Every page with the demo city in it: accessible without exceptions, and never wider than the window. */
describe('every page', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    await waitFor(
      'the first model and its suggestions',
      async () =>
        (
          await product.query(`select 1 from submission s left join suggestion g on g.submission_id = s.id
        where s.state = 'received' and g.submission_id is null`)
        ).length === 0,
      120_000,
    );
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  const look = async (page: Page, name: string) => {
    await page.evaluate(() => document.fonts.ready);
    if (TAKE_PICTURES) {
      await mkdir(FOLDER, { recursive: true });
      await page.screenshot({ path: `${FOLDER}/${name}.png` });
    }
    expect({ page: name, problems: await accessibilityProblems(page) }).toEqual({ page: name, problems: [] });
    expect({ page: name, sideways: await scrollsSideways(page) }).toEqual({ page: name, sideways: false });
  };

  const portalPages = async (): Promise<Record<string, string>> => {
    const [published] = await product.query<{ id: string }>(
      `select id from publication where state = 'published' order by published_on desc, id limit 1`,
    );
    return {
      home: '/',
      letter: '/letter?kind=letter_to_mayor',
      status: '/status',
      voices: '/voices',
      'voices-found': '/voices?q=%E5%9B%B3%E6%9B%B8%E9%A4%A8',
      voice: `/voices/${published!.id}`,
      plan: '/plan',
      indicator: '/plan/KODAMA-1',
      privacy: '/privacy',
      accessibility: '/accessibility',
      'not-found': '/no-such-page',
    };
  };

  for (const [device, viewport] of [
    ['phone', { width: 390, height: 844 }],
    ['small', PHONE],
    ['desktop', { width: 1280, height: 860 }],
  ] as const) {
    it(`of the residents is accessible on a ${device} window`, async () => {
      const context = await person(browser, viewport);
      const page = await context.newPage();
      for (const [name, path] of Object.entries(await portalPages())) {
        await page.goto(product.portalUrl + path);
        await look(page, `portal-${name}-${device}`);
      }
      await context.close();
    }, 120_000);
  }

  const signIn = async (login: string, viewport: { width: number; height: number }): Promise<Page> => {
    const context = await person(browser, viewport);
    const page = await context.newPage();
    await page.goto(product.deskUrl);
    await page.getByLabel('ログインID').fill(login);
    await page.getByLabel('パスワード').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'サインアウト' }).waitFor();
    return page;
  };
  const settled = async (page: Page) => {
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  };

  it('of the desk is accessible', async () => {
    const signedOut = await (await person(browser, DESK)).newPage();
    await signedOut.goto(product.deskUrl);
    await signedOut.getByLabel('ログインID').waitFor();
    await look(signedOut, 'desk-sign-in');
    const page = await signIn('kouhou', DESK);
    const several = await product.query<{ id: string }>(
      `select s.id from submission s join suggestion g on g.submission_id = s.id
       where s.state = 'received' and jsonb_array_length(g.content->'opinions') = 2 order by s.received_on desc limit 1`,
    );
    const replied = await product.query<{ id: string }>(
      `select id from submission where state = 'replied' order by received_on desc limit 1`,
    );
    const published = await product.query<{ id: string }>(`select id from publication order by id limit 1`);
    for (const [name, path] of [
      ['inbox', '/inbox/untriaged'],
      ['promises', '/inbox/promises'],
      ['triage', `/submissions/${several[0]!.id}?view=untriaged`],
      ['replied', `/submissions/${replied[0]!.id}`],
      ['register', '/register'],
      ['publications', '/publications'],
      ['publication', `/publications/${published[0]!.id}`],
      ['templates', '/templates'],
      ['deliveries', '/deliveries'],
      ['models', '/models'],
      ['not-found', '/no-such-page'],
    ] as const) {
      await page.goto(product.deskUrl + path);
      await settled(page);
      await look(page, `desk-${name}`);
    }
    await page.context().close();
  }, 180_000);

  it('of management, administration and a section is accessible', async () => {
    const management = await signIn('kanri', DESK);
    for (const [name, path] of [
      ['plan', '/plans'],
      ['plan-omitama', '/plans/omitama'],
      ['indicator', '/indicators/KODAMA-1?fiscalYear=2026'],
      ['behind', '/indicators/KODAMA-2/opinions?fiscalYear=2026'],
    ] as const) {
      await management.goto(product.deskUrl + path);
      await settled(management);
      await look(management, `desk-${name}`);
    }
    await management.context().close();
    const admin = await signIn('admin', DESK);
    await admin.goto(`${product.deskUrl}/staff`);
    await settled(admin);
    await look(admin, 'desk-staff');
    await admin.context().close();
    const section = await signIn('douro', PHONE);
    await settled(section);
    await look(section, 'desk-section-phone');
    await section.context().close();
  }, 180_000);
});
