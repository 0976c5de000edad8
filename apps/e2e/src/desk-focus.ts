import type { Browser, Locator, Page } from 'playwright-core';
import { signIn } from './desk-sign-in';
import type { Product } from './product';

/** Where the keyboard goes on at the desk, with the demo city in it; `started` is asked when the cases run. */
export function describeDeskFocus(started: () => { product: Product; browser: Browser }): void {
  describe('the focus of the desk', () => {
    let desk: Page;
    const at = (path: string) => started().product.deskUrl + path;
    const open = (page: Page, path: string) => page.goto(at(path));
    const signedIn = (login: string) => signIn(started().browser, started().product.deskUrl, login);
    /** Letters that nobody and nothing has called urgent: the second is for the colleague. */
    const plainLetters = () =>
      started().product.query<{ id: string }>(
        `select id from submission where state = 'received' and urgent is null and urgent_acknowledged_at is null
         order by received_on, id limit 2`,
      );
    const focused = (page: Page, words: string | RegExp) => page.locator(':focus', { hasText: words }).waitFor();
    /** A button stays busy for a moment after the answer to the last change is on the screen. */
    const idle = (place: Page | Locator, name: string) => place.getByRole('button', { name, disabled: false });
    /** Opens the list of dangers, and takes the one that stands so many below the first. */
    const markUrgent = async (page: Page, below = 0) => {
      await page.getByRole('button', { name: '緊急にする' }).press('Enter');
      await page.getByRole('combobox', { name: '緊急にする' }).waitFor();
      for (let i = 0; i < below; i += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    };

    beforeAll(async () => {
      desk = await signedIn('kouhou');
    });
    afterAll(async () => {
      await desk?.context().close();
    });

    it('returns to what opened a dialog, and says why a plain letter was not made urgent', async () => {
      const [letter] = await plainLetters();
      await open(desk, `/submissions/${letter!.id}`);
      await desk.getByRole('button', { name: '緊急にする' }).press('Enter');
      await desk.getByRole('combobox', { name: '緊急にする' }).waitFor();
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await focused(desk, '緊急にする');
      await desk.context().setOffline(true);
      await markUrgent(desk);
      await desk.getByRole('alert').getByText('サーバーにつながりませんでした。').waitFor();
      await desk.context().setOffline(false);
      await focused(desk, '緊急にする');
    });

    it('goes to the words of the banner when the decision takes the button away, and back to urgent from the slip', async () => {
      const [letter] = await plainLetters();
      await open(desk, `/submissions/${letter!.id}`);
      await markUrgent(desk);
      await focused(desk, /^緊急：/);
      await desk.getByText('緊急と記録しました').waitFor();
      await idle(desk, '緊急ではなかった').press('Enter');
      await focused(desk, '広田 さくらが「緊急ではない」と決めました');
      await desk.getByRole('button', { name: '緊急に戻す' }).press('Enter');
      await desk.getByText('緊急に戻しました').waitFor();
      await focused(desk, /^緊急：/);
    });

    it('shows what a colleague decided first', async () => {
      const letter = (await plainLetters()).at(-1);
      const colleague = await signedIn('kouhou2');
      for (const page of [desk, colleague]) await open(page, `/submissions/${letter!.id}`);
      // While the desk's decision is on its slow way to the server, the colleague's arrives.
      await desk.route(
        '**/urgency',
        async (route) => {
          await markUrgent(colleague, 1);
          await colleague.getByText('緊急と記録しました').waitFor();
          await route.continue();
        },
        { times: 1 },
      );
      await markUrgent(desk);
      await desk.getByRole('alert').getByText('ほかの人が先に決めました。').waitFor();
      await desk.getByText('応野 一樹が緊急と決めました').waitFor();
      await focused(desk, /^緊急：/);
      await colleague.context().close();
    });

    it('stays in the words to hide, with their kind, and goes to what is left to resolve', async () => {
      const [letter] = await started().product.query<{ id: string }>(
        `select id from submission s where state = 'replied'
         and not exists (select 1 from publication p where p.submission_id = s.id) order by received_on, id limit 1`,
      );
      await open(desk, `/submissions/${letter!.id}`);
      await desk.getByRole('button', { name: '公表用の文を作る' }).press('Enter');
      await desk.getByLabel('題').fill('街灯');
      await desk.getByLabel('いただいた声（要旨）').fill('角の白い家の前の街灯が暗いです。090-1234-5678');
      await desk.getByLabel('市の考え方').fill('直します。');
      await desk.keyboard.press('Control+Enter');
      await desk.getByText('個人情報かもしれない言葉が1つあります').waitFor();
      await desk.reload();

      await desk.getByLabel('種類').selectOption('address');
      await desk.getByLabel('伏せる言葉').fill('角の白い家');
      await desk.keyboard.press('Enter');
      await desk.getByText('保存し、個人情報をもう一度調べました').waitFor();
      expect(await desk.getByLabel('いただいた声（要旨）').inputValue()).toBe('●●の前の街灯が暗いです。090-1234-5678');
      expect(await desk.locator(':focus').getAttribute('id')).toBe('hide-words');
      expect(await desk.getByLabel('種類').inputValue()).toBe('address');
      await idle(desk.locator('.d-findings'), '●●にする').press('Enter');
      await focused(desk, /^個人情報は見つかっていません$/);
      const [stored] = await started().product.query(
        'select hidden, question from publication where submission_id = $1',
        [letter!.id],
      );
      expect(stored).toEqual({
        question: '●●の前の街灯が暗いです。●●',
        hidden: [
          { kind: 'address', found: false },
          { kind: 'phone', found: true },
        ],
      });
    });

    it('goes to the number that cannot be read instead of sending nothing without a word', async () => {
      const management = await signedIn('kanri');
      await open(management, '/plans/kodama/indicators/new');
      await management.getByLabel('基準値（件）').fill('百八十五');
      await management.getByRole('button', { name: '指標を足す' }).press('Enter');
      await management.locator('#baseline-value:focus').waitFor();
      await management.context().close();
    });

    it('says that more could not be read, and goes to the first new row when the last page takes the button away', async () => {
      const [letters] = await started().product.query<{ count: number }>('select count(*)::int from submission');
      await desk.route('**/api/inbox?*after=*', (route) => route.abort());
      await open(desk, '/inbox/all');
      const rows = desk.locator('.k-rows > li');
      const more = desk.getByRole('button', { name: 'もっと見る' });
      await more.press('Enter');
      await desk.getByRole('alert').getByText('続きを読み込めませんでした。').waitFor();
      await focused(desk, 'もう一度読み込む');
      await desk.unrouteAll();
      let shown: number;
      do {
        shown = await rows.count();
        await desk.keyboard.press('Enter');
        await rows.nth(shown).waitFor();
      } while ((await more.count()) > 0);
      expect(await rows.count()).toBe(letters!.count);
      await rows.nth(shown).locator('a:focus').waitFor();
    });
  });
}
