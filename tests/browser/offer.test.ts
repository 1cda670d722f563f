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

const leicestershire = { age: '18-20', care: 'thirteen-weeks', doing: 'university', living: 'own-home', council: 'leicestershire' };
const bedford = { reader: 'foster-carer', age: '16-17', care: 'in-care', living: 'carers', council: 'bedford-borough' };
const people = [
  ['a Leicestershire former relevant young person of 19', 'leicestershire', leicestershire],
  ['a Bedford Borough foster carer of a 17 year old', 'bedford-borough', bedford],
] as const;

/** A page, and the address of each request that it makes. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 900, height: 1200 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url(), request.headers()['referer'] ?? ''));
  await page.goto(`${url}${path}`);
  return { page, asked };
}

async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await page.selectOption(`#${name}`, value);
}

const sheet = (page: Page) => page.locator('.sheet');

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return found.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
}

describe.each([
  ['with script', true],
  ['without script', false],
])('my offer %s', (_, javaScriptEnabled) => {
  test.each(people)('shows what %s gets, law and council apart', async (_who, _name, answers) => {
    const { page } = await open('/my-offer', { javaScriptEnabled });
    await answer(page, answers);
    await page.click('text=Show what I get');
    await sheet(page).waitFor();
    const titles = await sheet(page).locator('h2').allInnerTexts();
    expect(titles.slice(0, 2)).toEqual([
      'In all of England',
      answers.council === 'leicestershire' ? 'From Leicestershire' : 'From Bedford Borough',
    ]);
    expect(await page.inputValue('#council')).toBe(answers.council);
  });

  test('the letter at 21 says what ends and who to ring', async () => {
    const { page } = await open('/my-offer', { javaScriptEnabled });
    await answer(page, { ...leicestershire });
    await page.click('text=Letter at 21');
    await sheet(page).waitFor();
    const text = await sheet(page).innerText();
    for (const wanted of ['Happy birthday. You are 21 now', 'What ends today', '0116 305 0005', '999']) expect(text).toContain(wanted);
  });

  test('the plain text is a page of its own', async () => {
    const { page } = await open('/my-offer', { javaScriptEnabled });
    await answer(page, leicestershire);
    await page.click('text=As plain text');
    await page.waitForSelector('pre');
    expect(await page.innerText('pre')).toContain('For a care leaver of Leicestershire County Council. Made on 21 November 2026.');
  });
});

test('a kept link fills the form and shows the same sheet, and no request carries the answers in its address', async () => {
  const { page, asked } = await open('/my-offer');
  await answer(page, leicestershire);
  await page.click('text=Show what I get');
  await sheet(page).waitFor();
  const link = page.url();
  expect(new URLSearchParams(new URL(link).hash.slice(1)).get('care')).toBe('thirteen-weeks');
  const other = await open(`/my-offer${new URL(link).hash}`);
  await sheet(other.page).waitFor();
  expect(await sheet(other.page).innerText()).toBe(await sheet(page).innerText());
  expect(await other.page.inputValue('#doing')).toBe('university');
  const addresses = [...asked, ...other.asked].map((address) => address.split('#')[0]!);
  expect(addresses.length).toBeGreaterThan(6);
  expect(addresses.filter((address) => /thirteen|18-20|university|own-home|leicestershire/u.test(address))).toEqual([]);
});

test('a link whose answers change in the bar shows the new sheet', async () => {
  const { page } = await open('/my-offer#age=18-20&care=thirteen-weeks&council=devon');
  await sheet(page).waitFor();
  await page.evaluate("location.hash = 'age=18-20&care=thirteen-weeks&council=leicestershire'");
  await page.waitForSelector('text=From Leicestershire');
  expect(await page.locator('text=From Devon').count()).toBe(0);
});

test('a link with an answer that is none of the choices says so, with somewhere to go', async () => {
  const { page } = await open('/my-offer#age=forty&care=thirteen-weeks');
  await page.waitForSelector('#problem');
  const text = await page.innerText('#problem');
  expect(text).toContain('Please pick an answer for: Age.');
  expect(text).toContain('999');
});

test('leaving takes the sheet out of the history', async () => {
  const { page } = await open('/my-offer#age=18-20&care=thirteen-weeks&council=devon');
  await sheet(page).waitFor();
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
  await page.click('#leave');
  await page.waitForURL('https://www.bbc.co.uk/**');
  await page.goBack({ timeout: 3000 }).catch(() => null);
  expect(page.url()).not.toContain('my-offer');
});

test.each(people)('the sheet of %s reads on a phone and on paper, and passes the accessibility rules', async (_who, name, answers) => {
  const { page } = await open(`/my-offer#${new URLSearchParams(answers).toString()}`);
  await sheet(page).waitFor();
  await page.screenshot({ path: `${shots}/my-offer-${name}.png`, fullPage: true });
  expect(await violations(page)).toEqual([]);
  const phone = await open(`/my-offer#${new URLSearchParams(answers).toString()}`, { viewport: { width: 320, height: 640 } });
  await sheet(phone.page).waitFor();
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await violations(phone.page)).toEqual([]);
  await phone.page.screenshot({ path: `${shots}/my-offer-${name}-320.png`, fullPage: true });

  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.brand', '.danger', '.foot', '#offer', '.sheet__link']) expect(await page.locator(hidden).isVisible()).toBe(false);
  for (const shown of ['.ring', '.sheet__sources']) expect(await page.locator(shown).isVisible()).toBe(true);
  await page.setViewportSize({ width: 690, height: 980 });
  await page.screenshot({ path: `${shots}/my-offer-${name}-print.png`, fullPage: true });
  const pdf = await page.pdf({ path: `${shots}/my-offer-${name}.pdf`, format: 'A4', preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(pages.length).toBeLessThanOrEqual(3);
});

test('the letters pass the accessibility rules and are kept as pictures', async () => {
  for (const letter of ['18', '21']) {
    const { page } = await open(`/my-offer#${new URLSearchParams({ ...leicestershire, letter }).toString()}`);
    await sheet(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${shots}/my-offer-letter-${letter}.png`, fullPage: true });
  }
});

test('every line of a sheet has a source that is in its list', async () => {
  for (const [, , answers] of people) {
    const { page } = await open(`/my-offer#${new URLSearchParams(answers).toString()}`);
    await sheet(page).waitFor();
    const cited = await page.locator('.theme .cited').allInnerTexts();
    const lines = await page.locator('.theme li').count();
    const sources = await page.locator('.sheet__sources li').count();
    expect(lines).toBeGreaterThan(20);
    expect(cited).toHaveLength(lines);
    for (const numbers of cited.map((text) => text.split(', ').map(Number)))
      for (const number of numbers) expect(number >= 1 && number <= sources).toBe(true);
  }
});
