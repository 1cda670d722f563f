import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openKits, type Kits } from '../host/kits.node';
import { createApp, listen } from '../server';
import { readSettings } from '../settings';

const now = Date.parse('2026-11-21T14:00:00Z');
const real = openKits('build/kits');
const servers: Server[] = [];

async function serve(kits: Kits): Promise<string> {
  const server = await listen(
    createApp(readSettings({ HOST: '127.0.0.1' }), kits, () => now),
    { PORT: 0, HOST: '127.0.0.1' },
  );
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/my-offer`;
}

let url: string;
beforeAll(async () => {
  url = await serve(real);
});
afterAll(() => servers.forEach((server) => server.close()));

const asked = { age: '18-20', care: 'thirteen-weeks', council: 'leicestershire' };
const post = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}, to = url) =>
  fetch(to, { method: 'POST', body: new URLSearchParams(fields), headers });

test('the form is a page that nobody may keep, and takes nothing from its address', async () => {
  const response = await fetch(`${url}?age=18-20&care=home&council=devon`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).not.toMatch(/selected>?\s*Devon|value="home"\s+selected/u);
});

test('a form is answered with the whole page, and the script with its part', async () => {
  const whole = await (await post(asked)).text();
  const part = await (await post(asked, { 'x-part': 'sheet' })).text();
  expect(whole).toContain('<!doctype html>');
  expect(part).not.toContain('<!doctype');
  for (const page of [whole, part]) expect(page).toContain('From Leicestershire');
});

test('as text it is plain text', async () => {
  const response = await post({ ...asked, as: 'text' });
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('Made on 21 November 2026.');
});

test('a letter can be asked for with no age', async () => {
  expect(await (await post({ care: 'in-care', letter: '18' })).text()).toContain('You are 18 now');
});

test.each([
  ['no age', { care: 'home' }, 'Age'],
  ['no time in care', { age: '18-20' }, 'Time in care'],
  ['an age that is none', { ...asked, age: '19' }, 'Age'],
  ['a council that is none', { ...asked, council: '../national' }, 'Council that looked after you'],
  ['a reader that is none', { ...asked, reader: 'mum' }, 'Who is asking?'],
  ['a letter that is none', { ...asked, letter: '19' }, 'Letter'],
  ['a home that is none', { ...asked, living: 'constructor' }, 'Where you live'],
])('%s is refused, with the question to answer, 999 and a number', async (_, fields, question) => {
  const response = await post(fields);
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain(`Please pick an answer for: ${question}.`);
  expect(page).toContain('href="tel:999"');
});

test('JSON is refused with what to do, and so is a form that is too long', async () => {
  const json = await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  expect(json.status).toBe(415);
  expect(await json.text()).toContain('999');
  const long = await post({ ...asked, more: 'x'.repeat(5000) });
  expect(long.status).toBe(413);
  expect(await long.text()).toContain('999');
});

test('answers given twice are not taken for one', async () => {
  const response = await fetch(url, {
    method: 'POST',
    body: 'age=18-20&age=21-24&care=home',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(response.status).toBe(400);
});

test('when the kit has gone, there is still a page with 999 and a number', async () => {
  let broken = false;
  const gone: Kits = { ...real, for: (council) => (broken ? { kit: null, sound: false } : real.for(council)) };
  const to = await serve(gone);
  broken = true;
  const page = await (await post(asked, {}, to)).text();
  expect(page).toContain('999');
  expect(page).toContain('116 123');
});
