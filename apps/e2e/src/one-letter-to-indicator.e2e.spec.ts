import PostalMime from 'postal-mime';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { waitFor } from '@kotae/testing';
import {
  DESK,
  PHONE,
  accessibilityProblems,
  accessibilityProblemsWithoutScript,
  keepPictures,
  openBrowser,
  person,
  scrollsSideways,
} from './browser';
import { startProduct, type Product } from './product';

const PASSWORD = 'kodama-demo-2026';
const TEXT =
  '図書館の開館時間を、平日は夜8時まで延ばしてほしいです。仕事の帰りに本を返せるようになると、とても助かります。';
const ANSWER = '令和9年4月から、平日の開館時間を午後8時までに延ばします。お待たせしますが、どうぞご利用ください。';

/** docs/trace-one-letter.md, walked in a real browser: from a resident's phone to the plan's number and back. */
describe('one letter', () => {
  let product: Product;
  let browser: Browser;
  let phone: Page;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);
  afterEach(async () => {
    await keepPictures(contexts);
    for (const context of contexts.splice(0)) await context.close();
  });

  const resident = async (javaScript: boolean): Promise<Page> => {
    const context = await person(browser, PHONE, javaScript);
    contexts.push(context);
    return context.newPage();
  };
  const staff = async (login: string): Promise<Page> => {
    const context = await person(browser, DESK);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(product.deskUrl);
    await page.getByLabel('ログインID').fill(login);
    await page.getByLabel('パスワード').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'サインアウト' }).waitFor();
    return page;
  };
  const accessible = async (page: Page) =>
    expect(
      page === phone ? await accessibilityProblemsWithoutScript(browser, page) : await accessibilityProblems(page),
    ).toEqual([]);
  const mails = () =>
    Promise.all(product.mail.mails.map(async (mail) => ({ to: mail.to, mail: await PostalMime.parse(mail.raw) })));
  const indicator = async (id: string): Promise<number> => {
    const response = await fetch(`${product.portalUrl}/api/v1/indicators/${id}`);
    return ((await response.json()) as { current: { value: number } }).current.value;
  };
  const row = (page: Page, number: string) => page.locator('li', { hasText: number }).getByRole('link').first();

  it('goes from a phone without JavaScript to the plan’s number, and the number opens to it', async () => {
    const before = { proposals: await indicator('KODAMA-1'), implemented: await indicator('KODAMA-2') };

    // 1. A resident writes, on a small phone, without JavaScript. A mistake loses nothing.
    phone = await resident(false);
    await phone.goto(product.portalUrl);
    await accessible(phone);
    await phone.getByRole('link', { name: /意見・提案を送る/ }).click();
    await phone.getByLabel('伝えたいこと').fill(TEXT);
    await phone.getByLabel('メールでほしい').check();
    await phone.getByLabel('公表してよい').check();
    await accessible(phone);
    await phone.getByRole('button', { name: '確認する' }).last().click();
    await phone.getByRole('link', { name: /メールアドレス/ }).waitFor();
    expect(await phone.getByLabel('伝えたいこと').inputValue()).toBe(TEXT);
    expect(await scrollsSideways(phone)).toBe(false);
    await accessible(phone);
    await phone.getByLabel('メールアドレス').fill('resident@example.jp');
    await phone.getByRole('button', { name: '確認する' }).last().click();
    await phone.getByText(TEXT).waitFor();
    await accessible(phone);
    await phone.getByRole('button', { name: '送る' }).click();
    const code = (await phone.locator('#receipt-code').innerText()).trim();
    const number = /R\d+-\d{6}/.exec(await phone.locator('main').innerText())![0];
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{4}$/);
    expect(phone.url()).not.toContain(code);
    await accessible(phone);
    // The receipt has an address of its own: reloading it sends nothing again.
    expect(new URL(phone.url()).pathname).toBe('/letter/done');
    await phone.reload();
    expect((await phone.locator('#receipt-code').innerText()).trim()).toBe(code);
    const stored = await product.query('select id from submission where body = $1', [TEXT]);
    expect(stored).toHaveLength(1);

    // 2. An acknowledgement arrives, with the number and without the text.
    const acknowledgement = await waitFor('the acknowledgement', async () =>
      (await mails()).find((m) => m.mail.subject?.includes(number)),
    );
    expect(acknowledgement.to).toEqual(['resident@example.jp']);
    expect(acknowledgement.mail.text).toContain(code);
    expect(acknowledgement.mail.text).not.toContain('図書館');

    // 3. The desk sorts it by keyboard: walk down to it, open it, confirm what is suggested.
    const desk = await staff('kouhou');
    await row(desk, number).waitFor();
    await waitFor(
      'the suggestion',
      async () =>
        (
          await product.query(
            `select 1 from suggestion g join submission s on s.id = g.submission_id where s.body = $1`,
            [TEXT],
          )
        ).length === 1,
      90_000,
    );
    await accessible(desk);
    // Urgent letters stand above it: walk down to it.
    const focused = () => row(desk, number).evaluate((link) => link === document.activeElement);
    for (let steps = 0; steps < 20 && !(await focused()); steps++) await desk.keyboard.press('j');
    expect(await focused()).toBe(true);
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: number }).waitFor();
    const caseUrl = desk.url();
    await desk.getByText('生涯学習課').first().waitFor();
    await accessible(desk);
    await desk.keyboard.press('Enter');
    await waitFor(
      'the decision',
      async () =>
        (await product.query('select 1 from submission where body = $1 and state = $2', [TEXT, 'triaged'])).length ===
        1,
    );
    const [opinion] = await product.query<{ class: string; section_id: string }>(
      'select o.class, o.section_id from opinion o join submission s on s.id = o.submission_id where s.body = $1',
      [TEXT],
    );
    expect(opinion).toEqual({ class: 'operations_improvement', section_id: 'gakushu' });

    // 4. The section answers; its head sends it back once, then signs.
    const section = await staff('gakushu');
    await row(section, number).click();
    await section.getByRole('heading', { name: number }).waitFor();
    await accessible(section);
    expect(await section.locator('main').innerText()).not.toContain('resident@example.jp');
    await section.getByRole('textbox', { name: /回答/ }).fill('準備中です。');
    await section.getByRole('button', { name: /決裁に出す/ }).click();

    const head = await staff('gakushu-k');
    await row(head, number).click();
    await accessible(head);
    await head.getByRole('button', { name: /差し戻す/ }).click();
    await head.getByRole('dialog').getByRole('textbox').fill('いつからかを書いてください。');
    await accessible(head);
    await head
      .getByRole('dialog')
      .getByRole('button', { name: /差し戻す/ })
      .click();
    await head.getByRole('dialog').waitFor({ state: 'hidden' });

    await section.goto(caseUrl);
    await section.getByText('いつからかを書いてください。').first().waitFor();
    await section.getByRole('textbox', { name: /回答/ }).fill(ANSWER);
    await section.getByRole('button', { name: /決裁に出す/ }).click();
    await waitFor(
      'the answer to be handed in',
      async () =>
        (await product.query(`select 1 from opinion where answer_state = 'submitted' and answer_body = $1`, [ANSWER]))
          .length === 1,
    );
    await head.goto(caseUrl);
    await head.getByRole('button', { name: /決裁する/ }).click();
    await waitFor(
      'the signature',
      async () =>
        (await product.query(`select 1 from opinion where answer_state = 'approved' and answer_body = $1`, [ANSWER]))
          .length === 1,
    );

    // 5. What became of it: implemented, today.
    await section.goto(caseUrl);
    await section.getByRole('button', { name: '対応を決める' }).click();
    await section.getByRole('dialog').getByLabel('実施しました').check();
    await accessible(section);
    await section
      .getByRole('dialog')
      .getByRole('button', { name: /決める|記録/ })
      .first()
      .click();
    await section.getByRole('dialog').waitFor({ state: 'hidden' });

    // 6. The desk sends one reply; it arrives, and shows which part answers what.
    await desk.goto(caseUrl);
    await desk.getByRole('button', { name: 'メールで送る' }).click();
    const reply = await waitFor('the reply', async () =>
      (await mails()).find((m) => m.mail.subject?.includes('お返事') && m.mail.subject.includes(number)),
    );
    expect(reply.mail.text).toContain(ANSWER);
    expect(reply.mail.text).toContain('＞ 図書館の開館時間を');
    await desk.getByText('発送済み').first().waitFor();
    await accessible(desk);

    // 7. The resident reads it by code, again without JavaScript.
    await phone.goto(`${product.portalUrl}/status`);
    await accessible(phone);
    await phone.getByRole('textbox', { name: '照会コード' }).fill(code.toLowerCase().replaceAll('-', ' '));
    await phone.getByRole('button', { name: 'その後を見る' }).click();
    await phone.getByText(ANSWER).waitFor();
    await accessible(phone);

    // 8. It is published as a text of its own.
    await desk.getByRole('button', { name: '公表用の文を作る' }).click();
    await desk.waitForURL(/publications\//);
    const title = '図書館の開館時間の延長';
    await desk.getByRole('textbox', { name: /^題/ }).fill(title);
    await desk.getByRole('button', { name: '保存して調べる' }).click();
    await desk.getByText('市民のページに載ります').waitFor();
    await accessible(desk);
    await desk.getByRole('button', { name: /^公表する/ }).click();
    await waitFor(
      'the publication',
      async () =>
        (await product.query(`select 1 from publication where title = $1 and state = 'published'`, [title])).length ===
        1,
    );
    await phone.goto(`${product.portalUrl}/voices`);
    await phone.getByRole('link', { name: title }).click();
    await phone.getByText(ANSWER).waitFor();
    await accessible(phone);

    // 9. The plan's numbers moved by one each, and open to this opinion.
    expect(await indicator('KODAMA-1')).toBe(before.proposals + 1);
    expect(await indicator('KODAMA-2')).toBe(before.implemented + 1);
    const management = await staff('kanri');
    await management.goto(`${product.deskUrl}/plans`);
    await management.getByText('市政への提案の件数').first().waitFor();
    await accessible(management);
    await management.getByRole('link', { name: '提案意見の実施数' }).first().click();
    await management.getByRole('heading', { name: '提案意見の実施数' }).waitFor();
    await accessible(management);
    await management.locator('a[href*="/opinions"]').first().click();
    await row(management, number).waitFor();
    await accessible(management);
    const heading = await management.getByRole('heading', { level: 1 }).innerText();
    const total = Number(/([\d,]+)件$/.exec(heading.trim())![1]!.replaceAll(',', ''));
    expect(total).toBe(before.implemented + 1);
    await row(management, number).click();
    await management.getByText('図書館の開館時間を').first().waitFor();
    await accessible(management);
  }, 240_000);

  it('has a receipt that one can reload, leave and come back to, and behind it the form', async () => {
    const page = await resident(true);
    await page.goto(`${product.portalUrl}/letter`);
    await page.getByLabel('伝えたいこと').fill('公園のベンチを塗り直してください。');
    await page.getByLabel('返事はいらない').check();
    await page.getByRole('button', { name: '確認する' }).last().click();
    await page.getByRole('button', { name: '送る', exact: true }).click();
    await page.waitForURL('**/letter/done');
    const code = await page.locator('#receipt-code').innerText();
    await page.getByRole('link', { name: '最初のページへ' }).click();
    await page.waitForURL(`${product.portalUrl}/`);
    await page.goBack();
    expect(await page.locator('#receipt-code').innerText()).toBe(code);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/letter');
    await page.getByLabel('伝えたいこと').waitFor();
  });
});
