import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, serve, shots } from '../browser/browser';
import { webchatBundle } from './bundle';

// The council's page is the one of the how-to, word for word, with the addresses of this run.
const doc = readFileSync('docs/how-to/embed-on-a-council-page.md', 'utf8');
const code = (name: string): string => new RegExp(`<!-- ${name} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``, 'u').exec(doc)![1]!;

let browser: Browser;
let service: Server;
let url: string;
let council: Server;
let site: string;
const lines: Duplex[] = [];

beforeAll(async () => {
  const webchat = webchatBundle();
  const serveFrom = (path: string): [string, string | Buffer] => {
    const filled = (text: string): string => text.replaceAll('https://ask.example.gov.uk', url);
    if (path === '/webchat.js') return ['text/javascript', webchat];
    if (path === '/ask.js') return ['text/javascript', filled(code('script'))];
    if (path === '/polling.js') return ['text/javascript', filled(code('script')).replace('token });', 'token, webSocket: false });')];
    if (path === '/upload.js') return ['text/javascript', filled(code('script')).replace('hideUploadButton: true', '')];
    const body = path === '/frame' ? code('frame') : code('chat').replace('/ask.js', path === '/' ? '/ask.js' : `${path}.js`);
    return ['text/html; charset=utf-8', `<!doctype html><html lang="en"><title>Council</title><main>${filled(body)}</main></html>`];
  };
  council = createServer((request, response) => {
    const [type, body] = serveFrom(request.url ?? '/');
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => council.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(council.address() as AddressInfo).port}`;
  ({ server: service, url } = await serve({ DIRECTLINE_ORIGINS: site, FRAME_ANCESTORS: `'self' ${site}` }));
  service.on('upgrade', (_, line: Duplex) => lines.push(line));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  for (const line of lines) line.destroy();
  council.close();
  service.close();
});

async function open(path: string, at = site): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 900 } })).newPage();
  await page.goto(at + path);
  return page;
}

async function chat(path: string): Promise<Page> {
  const page = await open(path);
  await page.waitForSelector('text=You are typing to a computer');
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.fill('[data-id="webchat-sendbox-input"]', text);
  await page.keyboard.press('Enter');
}

const said = (page: Page) => page.innerText('#ask');

describe.each([
  ['over its socket', '/'],
  ['by polling', '/polling'],
])('the stock web chat %s', (_, path) => {
  test('holds a conversation, ticks off what was sent, and its buttons answer', async () => {
    const page = await chat(path);
    await ask(page, 'do i av 2 pay cncl tax');
    await page.waitForSelector('text=eight district councils');
    await ask(page, 'how much money');
    const choice = page.locator('button.webchat__suggested-action').first();
    await choice.waitFor();
    const title = (await choice.innerText()).trim();
    await page.screenshot({ path: `${shots}/webchat-${path === '/' ? 'socket' : 'polling'}.png` });
    await choice.click();
    // The answer may bring a button of its own.
    await page.locator('button.webchat__suggested-action').filter({ hasText: title }).waitFor({ state: 'detached' });
    await page.locator('.webchat__bubble--from-user').filter({ hasText: title }).waitFor();
    await ask(page, 'im thinking of killing myself');
    await page.waitForSelector('#ask >> text=116 123');
    await page.waitForTimeout(1_500);
    expect(await said(page)).not.toMatch(/Sending|Send failed|Retry/u);
  });
});

test('it comes back after its line was cut, and what was said meanwhile is there', async () => {
  const page = await chat('/');
  const before = lines.length;
  lines.at(-1)!.destroy();
  await ask(page, 'do i pay council tax');
  await page.waitForSelector('text=eight district councils', { timeout: 40_000 });
  expect(lines.length).toBe(before + 1);
  await page.waitForTimeout(1_500);
  expect(await page.locator('.webchat__bubble').filter({ hasText: 'eight district councils' }).count()).toBe(1);
  expect(await said(page)).not.toMatch(/Sending|Send failed/u);
});

test('a picture is answered with what to do instead', async () => {
  const page = await chat('/upload');
  const chosen = { name: 'photo.png', mimeType: 'image/png', buffer: readFileSync('docs/images/page.png') };
  await page.setInputFiles('input[type=file]', chosen);
  await page.locator('.webchat__attachment-icon--checked').waitFor();
  await page.locator('[data-id="webchat-sendbox-input"]').press('Enter');
  await page.waitForSelector('text=cannot open pictures');
  expect(await said(page)).toContain('999');
});

test('when no token is to be had the page says who to ring', async () => {
  const page = await browser.newPage();
  await page.route('**/tokens/generate', (route) => route.abort());
  await page.goto(site);
  await page.waitForSelector('#ask-stopped:not([hidden])');
  expect(await page.innerText('#ask-stopped')).toMatch(/999[\s\S]*116 123/u);
});

test('a page that is not named gets no token, and says who to ring', async () => {
  const page = await open('/', site.replace('127.0.0.1', 'localhost'));
  await page.waitForSelector('#ask-stopped:not([hidden])');
});

test('the frame shows on a named site and on no other', async () => {
  const named = await open('/frame');
  await named.frameLocator('iframe').locator('#text').fill('do i pay council tax');
  await named.frameLocator('iframe').locator('.ask__send').click();
  await named.frameLocator('iframe').locator('text=Each council decides').first().waitFor();
  const other = await open('/frame', site.replace('127.0.0.1', 'localhost'));
  await other.waitForTimeout(1_000);
  expect(await other.frameLocator('iframe').locator('#text').count()).toBe(0);
});
