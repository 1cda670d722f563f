import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

import { safety, turnWith } from '../../bot/engine/turn';
import { openKits } from '../../bot/host/kits.node';
import { asTeams } from '../../bot/render/teams';
import { colourIcon, outlineIcon } from '../../bot/teamsPackage/icons';
import { openBrowser, shots } from './browser';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const kits = openKits('build/kits');
const day = Date.parse('2026-11-21T14:00:00Z');

/** Colours and sizes near those of Teams in its light theme; Teams draws cards with a config of its own. */
const hostConfig = {
  fontFamily: 'Segoe UI, Arial, sans-serif',
  textBlock: { headingLevel: 2 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } },
    emphasis: { backgroundColor: '#f0f0f0', foregroundColors: { default: { default: '#242424', subtle: '#555555' } } },
    attention: { backgroundColor: '#fdf3f4', foregroundColors: { default: { default: '#8a1020', subtle: '#8a1020' } } },
  },
  actions: {
    maxActions: 6,
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline' },
  },
};

const look = `body{margin:0;padding:12px;background:#f5f5f5;font-family:Segoe UI,Arial,sans-serif}
#card{border:1px solid #d1d1d1;border-radius:6px;background:#fff;overflow:hidden}
.ac-pushButton{font:600 14px Segoe UI,Arial,sans-serif;padding:8px 12px;border:1px solid #b3b3b3;border-radius:4px;background:#fff;color:#242424;text-align:left}`;

const replyTo = (text: string, council?: string) =>
  turnWith((id) => kits.for(id).kit, council ? { council } : {}, { text, channel: 'teams' }, day).reply;

/** A page with the card that the assistant sends for these words, drawn by the publisher's own renderer; presses are kept. */
async function drawn(text: string, council?: string): Promise<Page> {
  const reply = replyTo(text, council);
  const { card } = asTeams(reply, reply.council ? safety.councils[reply.council]!.shortName : null);
  const page = await (await browser.newContext({ viewport: { width: 480, height: 200 } })).newPage();
  await page.setContent(`<!doctype html><html lang="en"><title>Card</title><style>${look}</style><main id="card"></main></html>`);
  await page.addScriptTag({ content: readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8') });
  await page.evaluate(
    `const card = new AdaptiveCards.AdaptiveCard(); window.pressed = [];
     card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
     card.onExecuteAction = (action) => window.pressed.push(action.data);
     card.parse(${JSON.stringify(card)});
     document.querySelector('#card').append(card.render());`,
  );
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html]))).toEqual([]);
}

test('an answer shows its words, its next step and its code, and its sources when they are asked for', async () => {
  const page = await drawn('do i pay council tax', 'leicestershire');
  const shown = () => page.innerText('#card');
  expect(await shown()).toMatch(/25th birthday[\s\S]*What to do next[\s\S]*Ref CT-LEI/u);
  expect(await shown()).not.toContain('Children and Families');
  await shot(page, 'teams-answer');
  await page.click('text=Where this comes from');
  expect(await shown()).toContain('Children and Families');
  // No axe here: the publisher's renderer marks what a button has unfolded with aria-expanded, which belongs on the button.
  await page.screenshot({ path: `${shots}/teams-answer-sources.png`, fullPage: true });
});

test('a which shows each choice as a button, and a press carries its words back', async () => {
  const vague = [
    'k she said yh she does wanna know',
    'wrote to my birth mum and got nothing back, its ok i half expected it',
    'my girlfriend is English so she explain me the rule but she not know this one',
  ].find((text) => replyTo(text).kind === 'which');
  const page = await drawn(vague!);
  expect(await page.innerText('#card')).toContain('Which of these');
  const labels = await page.locator('button').allInnerTexts();
  expect(labels.length).toBeGreaterThan(1);
  await page.click(`button:has-text(${JSON.stringify(labels[0])})`);
  expect(await page.evaluate('window.pressed')).toEqual([
    { msteams: { type: 'messageBack', text: labels[0], displayText: labels[0], value: { ask: labels[0] } } },
  ]);
  await shot(page, 'teams-which');
});

test('a crisis shows the danger first and every number without a press', async () => {
  const page = await drawn('i want to kill myself', 'devon');
  const shown = await page.innerText('#card');
  expect(shown.trimStart().slice(0, 80)).toContain('999');
  expect(shown).toContain('116 123');
  await shot(page, 'teams-crisis');
});

test.each([
  ['colour', 192, colourIcon('#1d4f5c')],
  ['outline', 32, outlineIcon()],
])('a browser can draw the %s icon of the app package', async (name, size, icon) => {
  const page = await (await browser.newContext()).newPage();
  await page.setContent(`<body style="background:#464775"><img src="data:image/png;base64,${icon.toString('base64')}">`);
  await page.waitForFunction('document.images[0].complete');
  expect(await page.evaluate('document.images[0].naturalWidth')).toBe(size);
  await page.locator('img').screenshot({ path: `${shots}/teams-icon-${name}.png` });
});
