import { AxeBuilder } from '@axe-core/playwright';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, serve, shots } from './browser';

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  ({ server, url } = await serve({}, () => Date.parse('2026-11-21T14:00:00Z')));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1300 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await page.click('.ask__send');
  await page.waitForSelector(`.turn:last-child .asked:has-text(${JSON.stringify(text)})`);
}

const answer = (page: Page) => page.locator('.turn').last().innerText();

describe.each([
  ['with script', true],
  ['without script', false],
])('the page %s', (_, javaScriptEnabled) => {
  test('answers a question typed into it for the chosen council', async () => {
    const page = await open({ javaScriptEnabled });
    await page.selectOption('#council', 'leicestershire');
    await ask(page, 'do i av 2 pay cncl tax');
    expect(await answer(page)).toMatch(/25th birthday[\s\S]*seven district councils[\s\S]*1 April 2019/);
    await page.screenshot({ path: `${shots}/answer-${javaScriptEnabled ? 'script' : 'plain'}.png`, fullPage: true });
  });

  test('a starter question is one press away', async () => {
    const page = await open({ javaScriptEnabled });
    await page.click('text=Do I pay council tax?');
    await page.waitForSelector('.turn');
    expect(await answer(page)).toContain('Each council decides');
  });

  test('naming the council by a button answers the same question again for it', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, 'do i pay council tax');
    await page.click('.choice:has-text("Devon")');
    await page.waitForSelector('h3:has-text("Devon")');
    expect(await answer(page)).toContain('eight district councils');
    expect(await page.inputValue('#council')).toBe('devon');
  });

  test('a crisis message is answered with 999, the number for this hour and a helpline', async () => {
    const page = await open({ javaScriptEnabled });
    await page.selectOption('#council', 'central-bedfordshire');
    await ask(page, 'i dont want to be here anymore');
    const said = await answer(page);
    expect(said).toContain('999');
    expect(said).toContain('0300 300 8123');
    expect(said).toContain('116 123');
    await page.screenshot({ path: `${shots}/crisis-${javaScriptEnabled ? 'script' : 'plain'}.png`, fullPage: true });
  });

  test('what was typed is shown as words, never as markup', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, '<img src=x onerror=document.title="owned">hello');
    expect(await page.locator('.asked img').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
  });
});

test('a new answer is announced: it is added inside a polite live region', async () => {
  const page = await open();
  const before = await page.locator('#log[role="log"][aria-live="polite"]').count();
  await ask(page, 'what is a personal adviser');
  expect(before).toBe(1);
  expect(await page.locator('#log .turn').count()).toBe(1);
});

test('nothing runs off the side of a 320 pixel screen, and it passes the accessibility rules', async () => {
  for (const text of ['do i pay council tax', 'im thinking of killing myself', 'asdfgh']) {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await ask(page, text);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  }
});

test('the page itself, wide and narrow, is kept as a picture', async () => {
  const wide = await open();
  const picture = await wide.screenshot({ path: `${shots}/page-wide.png`, fullPage: true });
  expect(picture.length).toBeGreaterThan(10_000);
  const narrow = await open({ viewport: { width: 320, height: 640 } });
  await ask(narrow, 'money for furniture when i get my flat');
  await narrow.screenshot({ path: `${shots}/page-320.png`, fullPage: true });
});

test('leaving takes the chat out of the history', async () => {
  const page = await open();
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
  await ask(page, 'do i pay council tax');
  await page.click('#leave');
  await page.waitForURL('https://www.bbc.co.uk/**');
  await page.goBack({ timeout: 3000 }).catch(() => null);
  expect(page.url()).not.toContain(url);
});
