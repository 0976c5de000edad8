import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '@kotae/testing';
import { DESK, PHONE, accessibilityProblems, openBrowser, person, scrollsSideways } from './browser';
import { describeDeskFocus } from './desk-focus';
import { signIn as signInTo } from './desk-sign-in';
import { startProduct, type Product } from './product';

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

  const signIn = (login: string, viewport: { width: number; height: number }) =>
    signInTo(browser, product.deskUrl, login, viewport);
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
      ['accuracy', '/accuracy?months=12'],
      ['accuracy-opinions', '/accuracy/opinions?months=12&label=class&same=no'],
      ['accuracy-submissions', '/accuracy/submissions?months=12&which=other_count'],
      ['accuracy-urgency', '/accuracy/urgency?months=12&fate=found'],
      ['accuracy-none', '/accuracy?months=3&version=none'],
      ['values', '/plans/kodama/values'],
      ['not-found', '/no-such-page'],
    ] as const) {
      await page.goto(product.deskUrl + path);
      await settled(page);
      await look(page, `desk-${name}`);
    }
    await page.setViewportSize(PHONE);
    for (const [name, path] of [
      ['accuracy-phone', '/accuracy?months=12'],
      ['accuracy-opinions-phone', '/accuracy/opinions?months=12&label=section&same=no'],
      ['models-phone', '/models'],
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
      ['report', '/plans/kodama/report?fiscalYear=2026'],
      ['report-kodaira', '/plans/kodaira/report?fiscalYear=2015'],
    ] as const) {
      await management.goto(product.deskUrl + path);
      await settled(management);
      await look(management, `desk-${name}`);
    }
    await management.context().close();
    const admin = await signIn('admin', DESK);
    for (const [name, path] of [
      ['staff', '/staff'],
      ['city-places', '/city/places'],
      ['city-classes', '/city/classes'],
      ['city-settings', '/city/settings'],
    ] as const) {
      await admin.goto(product.deskUrl + path);
      await settled(admin);
      await look(admin, `desk-${name}`);
    }
    await admin.setViewportSize(PHONE);
    for (const name of ['places', 'classes', 'settings']) {
      await admin.goto(`${product.deskUrl}/city/${name}`);
      await settled(admin);
      await look(admin, `desk-city-${name}-phone`);
    }
    await admin.context().close();
    const section = await signIn('douro', PHONE);
    await settled(section);
    await look(section, 'desk-section-phone');
    await section.context().close();
  }, 180_000);

  it('of a year that is closed is accessible, and its way of counting can be changed', async () => {
    const management = await signIn('kanri', DESK);
    const open = async (path: string) => {
      await management.goto(product.deskUrl + path);
      await settled(management);
    };
    for (const [name, path] of [
      ['closings', '/plans/kodama/closings'],
      ['new-plan', '/plans/new'],
      ['new-indicator', '/plans/kodama/indicators/new'],
      ['definition', '/indicators/KODAMA-2/definition'],
    ] as const) {
      await open(path);
      await look(management, `desk-${name}`);
    }
    await open('/plans/kodama/closings/2025');
    await look(management, 'desk-closing');
    await management.getByRole('button', { name: '令和7年度を締める' }).click();
    const dialog = management.getByRole('dialog');
    await dialog.getByRole('button', { name: '締める' }).click();
    await dialog.getByText('確かめたら、ここに印を付けてください').waitFor();
    await dialog.getByLabel('数を確かめました').check();
    await look(management, 'desk-closing-dialog');
    await dialog.getByRole('button', { name: '締める' }).click();
    await management.getByRole('heading', { name: '令和7年度は締めてあります' }).waitFor();
    await settled(management);
    await look(management, 'desk-closed');
    const [closing] = await product.query<{ sha256: string }>('select sha256 from closing');
    expect(await management.locator('code.d-hash').textContent()).toBe(closing?.sha256);

    await open('/indicators/KODAMA-2/definition');
    await management.getByRole('button', { name: '数え方を変える' }).click();
    await management.getByLabel('実施する予定です').check();
    await management.getByText('「実施しました」または「実施する予定です」になった意見を').waitFor();
    await look(management, 'desk-definition-edit');
    await management.getByLabel('変える理由').fill('予定も数えることにしたため');
    await management.getByRole('button', { name: 'この数え方に変える' }).click();
    await management.getByText('理由：予定も数えることにしたため').waitFor();
    await open('/indicators/KODAMA-2/restatement?fiscalYear=2025');
    await management.getByText('締めた後に、数え方が変わりました').waitFor();
    await look(management, 'desk-restatement');
    await management.setViewportSize(PHONE);
    for (const [name, path] of [
      ['restatement-phone', '/indicators/KODAMA-2/restatement?fiscalYear=2025'],
      ['closed-phone', '/plans/kodama/closings/2025'],
      ['definition-phone', '/indicators/KODAMA-2/definition'],
      ['plan-closed-phone', '/plans/kodama?fiscalYear=2025'],
      ['new-indicator-phone', '/plans/kodama/indicators/new'],
    ] as const) {
      await open(path);
      await look(management, `desk-${name}`);
    }
    await management.context().close();
  }, 120_000);

  describeDeskFocus(() => ({ product, browser }));

  it('meanwhile the worker has learnt from the demo’s decisions, and never held more than 300 MB', async () => {
    await waitFor(
      'the demo’s second model',
      async () => (await product.query(`select 1 from model where version <> 'demo'`)).length > 0,
      60_000,
    );
    expect(await peakMegabytes(product.launcher.pid!, 'dist/apps/worker/main.js')).toBeLessThanOrEqual(300);
  }, 90_000);
});

/** The most memory that a program of this launcher has ever held. */
async function peakMegabytes(launcher: number, program: string): Promise<number> {
  const children = (await readFile(`/proc/${launcher}/task/${launcher}/children`, 'utf8')).trim().split(' ');
  for (const child of children) {
    const line = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (!line.includes(program)) continue;
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${child}/status`, 'utf8'));
    return Number(peak?.[1] ?? NaN) / 1024;
  }
  throw new Error(`The launcher runs no ${program}`);
}
