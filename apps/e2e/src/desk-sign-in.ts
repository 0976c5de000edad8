import type { Browser, Page } from 'playwright-core';
import { DESK, person } from './browser';

/** Of every account of the demo city. */
const PASSWORD = 'kodama-demo-2026';

/** Somebody of the demo city at their own browser, signed in to the desk. */
export async function signIn(browser: Browser, deskUrl: string, login: string, viewport = DESK): Promise<Page> {
  const context = await person(browser, viewport);
  const page = await context.newPage();
  await page.goto(deskUrl);
  await page.getByLabel('ログインID').fill(login);
  await page.getByLabel('パスワード').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'サインアウト' }).waitFor();
  return page;
}
