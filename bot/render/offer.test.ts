import type { OfferSheet } from '../engine/types';
import { offerPage, offerResult, type OfferView } from './offer';
import { offerText } from './offerText';

const line = { text: 'A thing', when: 'Until your 21st birthday', soIn: 'January 2020', sources: [1, 2] };
const sheet: OfferSheet = {
  letter: null,
  reader: 'care-leaver',
  status: 'former-relevant',
  council: { name: 'Devon County Council', shortName: 'Devon' },
  date: '2026-11-21',
  law: [{ theme: 'money', lines: [line] }],
  ofCouncil: [{ theme: 'home', lines: [{ text: 'A home', when: null, soIn: 'unknown', sources: [3] }] }],
  begins: [],
  ends: [],
  ask: 'the team on 0345 155 1071',
  duty: 'Devon: ring 0345 6000 388.',
  helplines: [{ name: 'Always Heard', phone: '0808 800 5792' }],
  sources: ['The Act, section 1. Parliament, 1989.', 'Guidance. DfE, 2010.', 'A report. Devon, 2020.'],
};
const view = (more: Partial<OfferView> = {}): OfferView => ({
  brand: { name: 'Brand', logo: false },
  councils: [{ id: 'devon', shortName: 'Devon' }],
  age: '18-20',
  care: 'thirteen-weeks',
  doing: null,
  living: null,
  council: 'devon',
  reader: null,
  link: '/my-offer#age=18-20',
  sheet,
  problem: null,
  ...more,
});
const shown = (more: Partial<OfferView> = {}) => offerResult(view(more)).text.replace(/\s+/gu, ' ');

test('each line has its birthday, its date and the numbers of its sources', () => {
  expect(shown()).toContain(
    '<li>A thing. <strong>Until your 21st birthday.</strong> <span class="so-in">This was so in January 2020.</span><span class="cited">1, 2</span></li>',
  );
  expect(shown()).toContain('<li>A home. <span class="so-in">No date is given.</span><span class="cited">3</span></li>');
});

test('law and council have headings of their own, and numbers can be touched to ring', () => {
  expect(shown()).toMatch(/In all of England[\s\S]*A thing[\s\S]*From Devon[\s\S]*A home[\s\S]*Who to ring[\s\S]*Where this comes from/u);
  for (const number of ['03451551071', '03456000388', '08088005792', '999']) expect(shown()).toContain(`href="tel:${number}"`);
});

test('the same is said as text', () => {
  const text = offerText(sheet);
  expect(text).toContain('- A thing. Until your 21st birthday. This was so in January 2020. [1, 2]\n');
  expect(text).toContain('[2] Guidance. DfE, 2010.\n');
  for (const number of ['0345 155 1071', '0345 6000 388', '0808 800 5792', '999']) expect(text).toContain(number);
  expect(text).not.toMatch(/<|&/u);
});

test('who is not sure of their time in care is told how to check', () => {
  for (const said of [shown({ sheet: { ...sheet, status: null } }), offerText({ ...sheet, status: null })])
    expect(said).toContain('coramvoice.org.uk');
});

test('with no council known, each says how to add it', () => {
  const nobody = { ...sheet, council: null, ofCouncil: [] };
  for (const said of [shown({ sheet: nobody }), offerText(nobody)]) {
    expect(said).toContain('Each council adds its own help');
    expect(said).not.toContain('From');
  }
});

test('a council of which nothing is known for this person says so, with its name', () => {
  const nothing = { ...sheet, ofCouncil: [] };
  for (const said of [shown({ sheet: nothing }), offerText(nothing)])
    expect(said).toContain('We do not know yet what Devon County Council adds for you.');
});

test('a letter has a line for the name, what begins, what ends, and who signs', () => {
  const letter: OfferSheet = { ...sheet, letter: 21, begins: [{ ...line, text: 'Begun' }], ends: [] };
  expect(shown({ sheet: letter })).toMatch(
    /Letter at 21[\s\S]*as it should be[\s\S]*Dear <span class="by-hand">[\s\S]*You are 21 now[\s\S]*What begins today[\s\S]*Begun[\s\S]*What ends today[\s\S]*Nothing ends today[\s\S]*Yours sincerely/u,
  );
  expect(offerText(letter)).toMatch(
    /Dear _+\n[\s\S]*What begins today[\s\S]*- Begun\.[\s\S]*Nothing ends today\.[\s\S]*Yours sincerely\n\n_+\nName: _+/u,
  );
});

test('only a letter to one whose help goes on says that they can ask until 25', () => {
  const at = (status: OfferSheet['status']) => offerText({ ...sheet, letter: 21, status });
  expect(at('former-relevant')).toContain('you can ask until you are 25');
  expect(at('care-experienced')).not.toContain('until you are 25');
});

test('who has nowhere to live is told who to ring before all else', () => {
  expect(shown({ living: 'nowhere' })).toMatch(/Nowhere safe to sleep tonight\?[\s\S]*0345 6000 388[\s\S]*In all of England/u);
  expect(shown()).not.toContain('Nowhere safe to sleep');
});

test('the page keeps the answers in its form and never in the address of the form', () => {
  const page = offerPage(view());
  expect(page).toMatch(/<option value="18-20"\s+selected/u);
  expect(page).toMatch(/<option value="devon"\s+selected/u);
  expect(page).toContain('method="post" action="/my-offer"');
});

test('a problem is said with words as they were given, never as markup', () => {
  const page = offerPage(view({ sheet: null, link: null, problem: '<b>Pick</b> an answer. In danger, call 999.' }));
  expect(page).toContain('&lt;b&gt;Pick');
  expect(page).toContain('href="tel:999"');
});
