import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The operating system's own Chromium, without its calls home. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['KOTAE_CHROMIUM'] ?? CHROMIUM.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('Chromium is missing: install the package chromium, or set KOTAE_CHROMIUM');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const PHONE = { width: 320, height: 700 };
export const DESK = { width: 1366, height: 768 };

export async function person(
  browser: Browser,
  viewport: { width: number; height: number },
  javaScript = true,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: javaScript,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  context.setDefaultTimeout(10_000);
  return context;
}

const AXE_RUN = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) =>
  JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', '))))`;

/**
 * What axe finds against WCAG 2.2 A and AA, in words; there is no list of exceptions. axe runs through the debugger, so it works on
 * pages whose policy forbids foreign scripts.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', { expression: axe.source });
    const { result } = await session.send('Runtime.evaluate', { expression: AXE_RUN, awaitPromise: true });
    return JSON.parse(String(result.value)) as string[];
  } finally {
    await session.detach();
  }
}

/** The same for a page opened with JavaScript off, where axe cannot run: its HTML is shown at its own address in a page where it can. */
export async function accessibilityProblemsWithoutScript(browser: Browser, page: Page): Promise<string[]> {
  const context = await person(browser, page.viewportSize() ?? PHONE);
  try {
    const mirror = await context.newPage();
    const body = (await page.content()).replaceAll(/<script[^>]*>/g, '<script type="text/plain">');
    await mirror.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await mirror.goto(page.url());
    return await accessibilityProblems(mirror);
  } finally {
    await context.close();
  }
}

/** True when the page is wider than its window: a phone would have to scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    });
    return result.value === true;
  } finally {
    await session.detach();
  }
}

/** With KOTAE_E2E_PICTURES set to a folder, what every open page shows: to see where a walk stopped. */
export async function keepPictures(contexts: readonly BrowserContext[]): Promise<void> {
  const folder = process.env['KOTAE_E2E_PICTURES'];
  if (folder === undefined) return;
  const pages = contexts.flatMap((context) => context.pages());
  for (const [i, page] of pages.entries())
    await page.screenshot({ path: `${folder}/page-${i + 1}.png` }).catch(() => undefined);
}
