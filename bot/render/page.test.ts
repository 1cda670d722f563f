import fc from 'fast-check';
import { safety } from '../engine/turn';
import type { Part, Reply } from '../engine/types';
import { page, turnHtml, type PageView } from './page';

const councils = [
  { id: 'devon', shortName: 'Devon' },
  { id: 'kent', shortName: 'Kent <Council>' },
];
const view: PageView = { brand: { name: 'Ask us', logo: false }, councils, conversation: 'c-1', council: null, reader: null, turn: null };
const reply = (parts: readonly Part[], more: Partial<Reply> = {}): Reply => ({
  kind: 'answer',
  topics: [],
  crisis: null,
  act: null,
  title: 'Council tax',
  parts,
  brief: [],
  choices: [],
  ref: null,
  council: null,
  why: { rule: 'test' },
  ...more,
});
const says = (text: string, more: Partial<Reply> = {}) => turnHtml('asked', reply([{ role: 'what', text }], more), view).text;
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1]);
const shown = (text: string) => text.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');

describe('the page before anything is asked', () => {
  const first = page(view);

  test('it says what it is, that it is a computer, and what to do in danger', () => {
    for (const said of ['Ask about leaving care', 'typing to a computer', 'In danger now? Call 999']) expect(shown(first)).toContain(said);
  });

  test('it can be left at once for a page on the weather', () => {
    expect(first).toMatch(/id="leave"\s+href="https:\/\/www\.bbc\.co\.uk\/weather"/u);
  });

  test('it has one main heading, one language and a way past the top', () => {
    expect(all(first, /<h1[^>]*>([^<]*)/gu)).toHaveLength(1);
    expect(first).toContain('<html lang="en"');
    expect(first).toContain('<a href="#text"');
  });

  test('every box has its label, and no two things have one name', () => {
    const ids = all(first, /\bid="([^"]+)"/gu);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['text', 'council', 'reader']) expect(first).toContain(`for="${id}"`);
  });

  test('every form posts to /chat with the name of the conversation, so that it works with no script', () => {
    const forms = first.split('<form').slice(1);
    expect(forms.length).toBeGreaterThan(1);
    for (const form of forms) {
      expect(form).toMatch(/^[^>]*method="post"[^>]*action="\/chat"/u);
      expect(form).toMatch(/name="conversation"\s+value="c-1"/u);
    }
  });

  test('nothing in it runs where it stands or comes from another place', () => {
    expect(first).not.toMatch(/\son\w+=|javascript:|<style|<script(?![^>]*src="\/site\/)/u);
    expect(all(first, /(?:src|rel="stylesheet" href)="([^"]+)"/gu).every((address) => address!.startsWith('/site/'))).toBe(true);
  });

  test('people can start with a question that is often asked', () => {
    expect(all(first, /name="text" value="([^"]+)"/gu)).toContain('Do I pay council tax?');
  });
});

test.each([
  [true, 1],
  [false, 0],
])('a logo is shown only where there is one: %s', (logo, images) => {
  expect(all(page({ ...view, brand: { name: 'Ask us', logo } }), /<(img) /gu)).toHaveLength(images);
});

test('the council and the reader that were chosen stay chosen', () => {
  const chosen = page({ ...view, council: 'kent', reader: 'foster-carer' });
  expect(all(chosen, /<option value="([^"]*)"\s+selected/gu)).toEqual(['kent', 'foster-carer']);
  expect(chosen).toMatch(/type="hidden" name="council" value="kent"/u);
  expect(chosen).toContain('Kent &lt;Council&gt;');
});

test('with nothing chosen the page takes it that a care leaver asks', () => {
  expect(all(page(view), /<option value="([^"]*)"\s+selected/gu)).toEqual(['care-leaver']);
});

test('after a question the page shows it with its answer, and the title says what it is about', () => {
  const answered = page({ ...view, turn: { asked: 'do i pay?', reply: reply([{ role: 'what', text: 'No.' }]) } });
  expect(shown(answered)).toContain('do i pay? Council tax No.');
  expect(answered).toContain('<title>Council tax - Ask us</title>');
  expect(answered).not.toContain('id="starters"');
});

test.each([
  ['Call 999 now.', ['999']],
  ['Ring 116 123, free.', ['116123']],
  ['Ring 0300 300 8000 or 01234 718700.', ['03003008000', '01234718700']],
  ['Ring 08 08 16 89 111.', ['08081689111']],
  ['Ring 0345 6000 388, the Emergency Duty Service.', ['03456000388']],
  ['For urgent help ring 111 and choose option 2.', ['111']],
  ['Text SHOUT to 85258.', []],
  ['You get £3,000 until you are 25.', []],
  ['It started on 1 April 2019.', []],
  ['Ref 9991.', []],
])('in "%s" the numbers that can be rung are links: %j', (text, numbers) => {
  expect(all(says(text), /href="tel:([^"]*)"/gu)).toEqual(numbers);
  expect(shown(says(text))).toContain(text.replace(/[.,].*/u, ''));
});

test('the number of every helpline and council can be touched to ring it, whole', () => {
  const lines = Object.values(safety.councils).flatMap((c) => [...c.day, ...(c.outOfHours ? [c.outOfHours] : [])]);
  const sentences = [...Object.values(safety.helplines).map((h) => h.say), ...lines.map((line) => `Ring ${line.phone}, the ${line.name}.`)];
  for (const sentence of sentences) {
    const numbers = all(sentence, /\b(?:[Rr]ing|on) (\d[\d ]*\d)/gu).map((n) => n!.replaceAll(' ', ''));
    expect(numbers).toHaveLength(1);
    expect(all(says(sentence), /href="tel:([^"]*)"/gu)).toEqual(numbers);
  }
});

test('a crisis stands out, and other replies do not', () => {
  expect(says('Call 999.', { kind: 'help-now' })).toContain('reply--crisis');
  expect(says('Call 999.')).not.toContain('reply--crisis');
});

test('the parts stand under their headings, and the sources at the end, folded away', () => {
  const parts: Part[] = [
    { role: 'source', text: 'A report.' },
    { role: 'law', text: 'No law.' },
    { role: 'council', text: 'Nothing to pay.' },
    { role: 'next', text: 'Tell them.' },
    { role: 'next', text: 'Ring Samaritans.' },
    { role: 'notice', text: 'Check it.' },
  ];
  const text = shown(turnHtml('q', reply(parts, { council: 'devon', ref: 'CT-DEV' }), view).text);
  expect(text).toContain('What the law says No law. What Devon says Nothing to pay. What to do next Tell them. Ring Samaritans. Check it.');
  expect(text).toMatch(/Where this comes from A report\. Write this to my adviser Say this code to get the same answer again: CT-DEV/u);
});

test('choices are buttons that ask for what they say', () => {
  const text = says('Which?', { choices: ['Money & "home"', 'Work'] });
  expect(all(text, /name="text" value="([^"]+)"/gu)).toEqual(['Money &amp; &quot;home&quot;', 'Work']);
});

test('nothing that is typed or written can add a tag to the page', () => {
  const tags = (text: string) => all(text, /<(\w+)/gu);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', 'b', ' ', '=') }), (odd) => {
      const make = (text: string) => {
        const one = reply([{ role: 'what', text }, { role: 'source', text }], { choices: [text], title: `T${text}`, ref: `R${text}` }); // prettier-ignore
        return page({ ...view, brand: { name: text, logo: true }, conversation: text, turn: { asked: text, reply: one } });
      };
      expect(tags(make(odd))).toEqual(tags(make('x')));
    }),
  );
});
