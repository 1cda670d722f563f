import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { crisisCategories } from '../../bot/engine/types';
import { makeEntries } from '../../bot/kit/build';
import { isAsk, readKnowledge } from '../../bot/kit/knowledge';
import { lint } from '../../bot/kit/lint';
import { inOneLine, Problems, type Problem } from '../../bot/kit/problem';
import { makeSafety } from '../../bot/kit/safety';
import { readSettings } from '../../bot/settings';

let seedbed: string;
let home: string;
const touched = new Set<string>();

function cutShort(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, 40).join('\n'));
}

function keepFew(folder: string): void {
  const kept = ['council.yaml', 'council-tax.yaml', 'setting-up-home-allowance.yaml'];
  const gone = readdirSync(folder).filter((file) => !kept.includes(file));
  for (const file of gone) rmSync(join(folder, file));
  const topics = gone.map((file) => basename(file, '.yaml')).filter((topic) => existsSync(`knowledge/national/${topic}.yaml`));
  const council = readFileSync(join(folder, 'council.yaml'), 'utf8');
  writeFileSync(join(folder, 'council.yaml'), council.replace(/^unknown: \[/mu, `unknown: [${topics.join(', ')}, `));
}

beforeAll(() => {
  seedbed = mkdtempSync(join(tmpdir(), 'seedbed-'));
  cpSync('knowledge', join(seedbed, 'knowledge'), { recursive: true });
  cpSync('locales/en/replies.json', join(seedbed, 'replies.json'));
  for (const long of ['concepts', 'glossary', 'spelling']) cutShort(join(seedbed, 'knowledge', `${long}.yaml`));
  for (const council of ['leicestershire', 'bedford-borough']) rmSync(join(seedbed, 'knowledge/councils', council), { recursive: true });
  for (const council of ['devon', 'central-bedfordshire']) keepFew(join(seedbed, 'knowledge/councils', council));
  for (const category of crisisCategories) {
    const rules = `category: ${category}\nrules:\n  - id: ${category}-a\n    any: [help]\n`;
    writeFileSync(join(seedbed, 'knowledge/crisis', `${category}.yaml`), rules);
  }
  home = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(seedbed, home, { recursive: true });
});

afterEach(() => {
  for (const file of touched) {
    rmSync(join(home, file), { recursive: true, force: true });
    if (existsSync(join(seedbed, file))) cpSync(join(seedbed, file), join(home, file), { recursive: true });
  }
  touched.clear();
});

afterAll(() => {
  for (const folder of [seedbed, home]) rmSync(folder, { recursive: true, force: true });
});

function touch(file: string): string {
  const folder = dirname(file);
  touched.add(existsSync(join(seedbed, folder)) ? file : folder);
  mkdirSync(join(home, folder), { recursive: true });
  return join(home, file);
}

function problemsInKnowledge(knowledge = join(home, 'knowledge'), words = join(home, 'replies.json')): Problem[] {
  const problems: Problem[] = [];
  const read = readKnowledge(knowledge, words, problems);
  const entries = makeEntries(read, problems);
  return [...problems, ...lint(read, entries)];
}

function problemsInSafety(): readonly Problem[] {
  try {
    makeSafety(join(home, 'knowledge'));
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.list;
    throw error;
  }
}

type Change = (before: string) => string | Uint8Array;
type Where = (after: string) => number;

const instead =
  (pattern: RegExp, after: string): Change =>
  (before) => {
    if (!pattern.test(before)) throw new Error(`nothing to change: ${pattern}`);
    return before.replace(pattern, after);
  };
const field = (name: string, value: string) => instead(new RegExp(`^( *(?:- )?${name}:).*(?:\\n {2,}.*)*$`, 'mu'), `$1 ${value}`);
const without = (name: string) => instead(new RegExp(`^${name}:.*(?:\\n {2,}.*)*\\n`, 'mu'), '');
const added =
  (lines: string): Change =>
  (before) =>
    `${before.trimEnd()}\n${lines}\n`;
const whole =
  (after: string | Uint8Array): Change =>
  () =>
    after;

const line =
  (n: number): Where =>
  () =>
    n;
const noLine = line(0);
const firstWith =
  (text: string): Where =>
  (after) =>
    after.split('\n').findIndex((l) => l.includes(text)) + 1;
const lastWith =
  (text: string): Where =>
  (after) =>
    after.split('\n').findLastIndex((l) => l.includes(text)) + 1;

function make(file: string, change: Change): string {
  const at = touch(file);
  const after = change(readFileSync(at, { encoding: 'utf8', flag: 'a+' }));
  writeFileSync(at, after);
  return String(after);
}

const told = (problems: readonly Problem[]) => problems.map((p) => inOneLine(p).replace(`${home}/`, ''));

function placed(file: string, wanted: number, words: RegExp): unknown {
  const place = wanted ? `${file}:${wanted}` : file;
  return expect.stringMatching(new RegExp(`^${place.replaceAll('.', '\\.')}  .*${words.source}`, 'u'));
}

const tax = 'knowledge/national/council-tax.yaml';
const taxInDevon = 'knowledge/councils/devon/council-tax.yaml';
const devon = 'knowledge/councils/devon/council.yaml';
const directory = 'knowledge/directory.yaml';
const sources = 'knowledge/sources.yaml';
const bomb = ['a: &a [x, x, x]', 'b: &b [*a, *a, *a]', 'c: &c [*b, *b, *b]', 'd: [*c, *c, *c]'].join('\n');

test.each([
  ['as it is', () => problemsInKnowledge('knowledge', 'locales/en/replies.json')],
  ['before a mistake is made in it', () => problemsInKnowledge()],
])('the knowledge %s has no problem', (_, problems) => {
  expect(problems().map(inOneLine)).toEqual([]);
});

describe('a file that is not YAML', () => {
  test.each<[string, string, Change, Where, RegExp]>([
    ['a tab', tax, instead(/^ {2}short:/mu, '\tshort:'), firstWith('\tshort:'), /Tabs.*two spaces/u],
    ['the same field twice', tax, instead(/^(title:.*)$/mu, '$1\n$1'), lastWith('title:'), /title twice/u],
    ['a field one space too far in', tax, instead(/^title:/mu, ' title:'), firstWith('ref:'), /Line the field up/u],
    ['a field not far enough in', tax, instead(/^ {2}full:/mu, 'full:'), firstWith('  foster-carer:'), /Line the field up/u],
    ['a bracket left open', tax, instead(/^(readers: \[.*)\]$/mu, '$1'), firstWith('ages:'), /expected YAML/u],
    ['a colon left out', tax, instead(/^title:/mu, 'title'), firstWith('title '), /expected YAML/u],
    ['a second document', tax, added('---\nid: other'), lastWith('---'), /multiple documents/u],
    ['text with a colon and no quotes', tax, field('title', 'Council tax: who pays'), firstWith('title:'), /Put quotes|put quotes/u],
    ['a program in a tag', tax, field('title', '!!js/function "return 1"'), firstWith('title:'), /begins with "!"/u],
    ['an alias', tax, instead(/^(ref:) (.*)$/mu, '$1 &a $2\nowner: *a'), firstWith('owner: *a'), /an alias \(\*a\)/u],
    ['an anchor bomb', tax, whole(bomb), line(2), /an alias \(\*a\)/u],
    ['a hundred thousand brackets', tax, whole('['.repeat(100_000)), line(1), /expected YAML/u],
    ['an unseen character', tax, field('title', 'Council\u0007 tax'), firstWith('title:'), /control character/u],
    ['words of replies.json cut short', 'replies.json', instead(/"\s*\}\s*$/u, ''), (after) => after.split('\n').length, /expected YAML/u],
  ])('%s is refused at its line', (_, file, change, where, words) => {
    const after = make(file, change);
    expect(told(problemsInKnowledge())).toContainEqual(placed(file, where(after), words));
  });
});

describe('a file that is not there or is something else', () => {
  test.each<[string, string, Change, Where, RegExp]>([
    ['five megabytes', tax, whole('a'.repeat(5_000_000)), noLine, /5000000 bytes/u],
    ['text that is not UTF-8', tax, whole(Uint8Array.from([0x69, 0x64, 0x3a, 0xe9, 0x0a])), noLine, /not UTF-8/u],
    ['a picture', tax, whole('\u0089PNG\r\n\u001a\n'), line(1), /control character/u],
    ['nothing', tax, whole(''), line(1), /found null/u],
    ['a list', tax, whole('- council tax\n'), line(1), /Expected object/u],
    ['asks with nothing in them', 'knowledge/national/app.asks.txt', whole('# none yet\n'), noLine, /no asks/u],
  ])('%s is refused', (_, file, change, where, words) => {
    const after = make(file, change);
    expect(told(problemsInKnowledge())).toContainEqual(placed(file, where(after), words));
  });

  test.each([
    ['the sources', sources],
    ["a council's own file", devon],
    ['the asks of a topic', 'knowledge/national/app.asks.txt'],
    ['the words of the replies', 'replies.json'],
  ])('%s missing is refused by name', (_, file) => {
    rmSync(touch(file));
    expect(told(problemsInKnowledge())).toContainEqual(placed(file, 0, /ENOENT.*Check the name/u));
  });

  test('a folder where a file should be is refused by name', () => {
    rmSync(touch(tax));
    mkdirSync(join(home, tax));
    expect(told(problemsInKnowledge())).toContainEqual(placed(tax, 0, /EISDIR/u));
  });
});

describe('a field of the wrong kind', () => {
  test.each<[string, Change, Where, RegExp]>([
    ['a number for words', field('title', '12'), firstWith('title:'), /found 12; expected Expected string/u],
    ['words for an age', field('ages', '{ adult: 18, until: twenty-five }'), firstWith('ages:'), /ages\.until: found "twenty-five"/u],
    ['an age in quotes', field('ages', '{ adult: "18", until: 25 }'), firstWith('ages:'), /ages\.adult: found "18"/u],
    ['words for a list', field('readers', 'care-leaver'), firstWith('readers:'), /readers: found "care-leaver"/u],
    ['a misspelt field', instead(/^title:/mu, 'tittle:'), firstWith('tittle:'), /unknown field tittle/u],
    ['no source', field('sources', '[]'), firstWith('sources:'), /at least one source/u],
    ['the sources left out', without('sources'), line(1), /sources: found nothing/u],
    ['a source without its place', field('sources', '[{ id: lga-council-tax }]'), firstWith('sources:'), /sources\.0\.at/u],
    ['30 February', field('checked', '2026-02-30'), firstWith('checked:'), /checked: found "2026-02-30"; expected a day that exists/u],
    ['a date the British way', field('review_by', '01/04/2027'), firstWith('review_by:'), /found "01\/04\/2027"/u],
    [
      'an amount with a comma',
      added('amounts: { a: { unit: GBP, values: [{ from: 2020-01-01, value: "3,000" }] } }'),
      lastWith('amounts'),
      /"3,000"/u,
    ],
  ])('%s is refused at its line', (_, change, where, words) => {
    const after = make(tax, change);
    expect(told(problemsInKnowledge())).toContainEqual(placed(tax, where(after), words));
  });
});

describe('a national file that does not hold together', () => {
  test.each<[string, Change, Where, RegExp]>([
    ['a source that is not in the list', field('sources', '[{ id: my-cousin, at: lunch }]'), firstWith('my-cousin'), /found my-cousin/u],
    ['a near miss of no topic', field('near_misses', '\n  - { say: rent, means: rents }'), firstWith('rents'), /found rents/u],
    [
      'a near miss of its own topic',
      field('near_misses', '[{ say: rent, means: council-tax }]'),
      firstWith('near_misses'),
      /another topic/u,
    ],
    ['someone to ask who is not known', field('who', '[leaving-care-teem]'), firstWith('who:'), /found leaving-care-teem/u],
    ['someone to ask named like a part of JavaScript', field('who', '[constructor]'), firstWith('who:'), /found constructor/u],
    ['a figure in words', field('law', 'It ends at 25.'), firstWith('law:'), /the figure "25\."/u],
    ['a sum in words', field('do', 'Ask for £900.'), firstWith('do:'), /the figure "£900\."/u],
    ['a name that nothing fills', field('law', 'It is {{amounts.none}}.'), firstWith('law:'), /found \{\{amounts\.none\}\}/u],
    ['a name like a part of JavaScript', field('law', 'It is {{constructor}}.'), firstWith('law:'), /found \{\{constructor\}\}/u],
    ['a name in broken braces', field('law', 'It is {{ages until}}.'), firstWith('law:'), /braces/u],
    ['a name where none is filled', field('title', 'Until {{ages.until}}'), firstWith('title:'), /braces/u],
    ['HTML in the words', field('law', 'It is <b>free</b>.'), firstWith('law:'), /found HTML/u],
    ['HTML in the title', field('title', 'Council <script>tax'), firstWith('title:'), /found HTML/u],
    ['an id that is not its file and climbs out', field('id', '../../etc/passwd'), firstWith('id:'), /the name of the file, council-tax/u],
    [
      'an amount that has not begun',
      added('amounts: { a: { unit: GBP, values: [{ from: 2031-01-01, value: 5 }] } }'),
      lastWith('amounts'),
      /nothing before 2031/u,
    ],
  ])('%s is refused at its line', (_, change, where, words) => {
    const after = make(tax, change);
    const problems = told(problemsInKnowledge());
    expect(problems).toContainEqual(placed(tax, where(after), words));
    expect(new Set(problems).size).toBe(problems.length);
  });
});

describe("a council's file that does not hold together", () => {
  test.each<[string, string, Change, Where, RegExp]>([
    ['extends no topic', taxInDevon, field('extends', 'council-taxes'), firstWith('extends:'), /found council-taxes/u],
    ['extends another topic', taxInDevon, field('extends', 'custody'), firstWith('extends:'), /found custody/u],
    ['extends nothing', taxInDevon, without('extends'), line(1), /extends: found nothing/u],
    [
      'extends itself',
      'knowledge/councils/devon/loop.yaml',
      () => readFileSync(taxInDevon, 'utf8').replace(/council-tax$/mu, 'loop'),
      firstWith('extends:'),
      /found loop/u,
    ],
    ['changes the law', taxInDevon, added('law: Devon decides.'), lastWith('law:'), /unknown field law/u],
    [
      'pays less than the law says',
      'knowledge/councils/devon/setting-up-home-allowance.yaml',
      instead(/value: \d+/u, 'value: 20'),
      firstWith('value: 20'),
      /at least the national £\d/u,
    ],
    ['has a phone with a digit short', devon, instead(/0345 155 1071/u, '0345 155 107'), firstWith('0345 155 107'), /all its digits/u],
    ['has a phone that lost its first nought', devon, instead(/0345 155 1071/u, '3451551071'), firstWith('3451551071'), /UK phone number/u],
    ['shuts before it opens', devon, instead(/closes_at: "17:00"/u, 'closes_at: "07:00"'), firstWith('07:00'), /two rows/u],
    ['opens at nine in words', devon, instead(/opens_at: "09:00"/u, 'opens_at: 9am'), firstWith('9am'), /a time such as "08:45"/u],
    ['has an id that climbs out of its folder', devon, field('id', '../leicestershire'), firstWith('id:'), /the name of the folder/u],
    ['has the id of another council', devon, field('id', 'leicestershire'), firstWith('id:'), /the folder's name, devon/u],
    ['says nothing on a topic', devon, field('unknown', '[]'), firstWith('unknown:'), /nothing on/u],
    [
      'calls unknown what it has a file on',
      devon,
      instead(/^unknown: \[/mu, 'unknown: [council-tax, '),
      firstWith('unknown:'),
      /found council-tax/u,
    ],
    ['names no source', devon, instead(/id: dcfp-front-door/u, 'id: a-friend'), firstWith('a-friend'), /found a-friend/u],
    ['links to a script', devon, field('offer_url', 'javascript:alert(1)'), firstWith('offer_url:'), /https:\/\//u],
    [
      'shares a name with another council',
      'knowledge/councils/devon/council.yaml',
      field('towns', '[dunstable]'),
      firstWith('towns:'),
      /dunstable a second time/u,
    ],
    [
      'is called what the kit for England is called',
      'knowledge/councils/national/council.yaml',
      () => readFileSync(devon, 'utf8').replace(/^id:.*/mu, 'id: national'),
      firstWith('id:'),
      /mean something else/u,
    ],
  ])('one that %s is refused at its line', (_, file, change, where, words) => {
    const after = make(file, change);
    expect(told(problemsInKnowledge())).toContainEqual(placed(file, where(after), words));
  });

  test('a council folder whose name climbs out is refused', () => {
    const folder = 'knowledge/councils/..devon';
    cpSync(devon, touch(`${folder}/council.yaml`));
    expect(told(problemsInKnowledge())).toContainEqual(placed(`${folder}/council.yaml`, 1, /the folder's name, \.\.devon/u));
  });
});

const asked = readFileSync('knowledge/national/council-tax.asks.txt', 'utf8').split('\n').find(isAsk)!;

describe('a list that does not hold together', () => {
  test.each<[string, string, Change, Where, RegExp]>([
    [
      'a service whose phone is a digit short',
      directory,
      instead(/phone: "?116 123"?/u, 'phone: "116 12"'),
      firstWith('116 12"'),
      /all its digits/u,
    ],
    ['a service twice', directory, instead(/- id: nhs-111/u, '- id: emergency'), lastWith('- id: emergency'), /emergency a second time/u],
    [
      'a service for no topic',
      directory,
      instead(/topics: \[mental-health\]/u, 'topics: [sadness]'),
      firstWith('sadness'),
      /found sadness/u,
    ],
    ['a service with no known source', directory, instead(/id: facts-2026-11/u, 'id: hearsay'), firstWith('hearsay'), /found hearsay/u],
    ['HTML in a service', directory, instead(/name: "Samaritans"/u, 'name: "<b>Samaritans"'), firstWith('<b>'), /found HTML/u],
    [
      'a source twice',
      sources,
      instead(/- id: cbc-local-offer/u, '- id: cbc-cicc-page'),
      lastWith('- id: cbc-cicc-page'),
      /a second time/u,
    ],
    [
      'a source that takes the place of none',
      sources,
      instead(/\{ id: cbc-cicc-page, on/u, '{ id: cbc-cick, on'),
      firstWith('cbc-cick'),
      /found cbc-cick/u,
    ],
    ['a source of the thirteenth month', sources, instead(/dated: "2019"/u, 'dated: 2019-13'), firstWith('2019-13'), /found "2019-13"/u],
    ['a word explained twice', 'knowledge/glossary.yaml', added('- { term: pa, means: again }'), lastWith('term: pa'), /pa a second time/u],
    ['a concept that is no list', 'knowledge/concepts.yaml', added('zebra: stripes'), lastWith('zebra'), /zebra: found "stripes"/u],
    ['a concept with a field for a word', 'knowledge/concepts.yaml', added('zebra: [a horse: striped]'), lastWith('zebra'), /zebra\.0/u],
    ['a spelling that means nothing', 'knowledge/spelling.yaml', added('zzb:'), lastWith('zzb:'), /zzb: found null/u],
    [
      'the same ask under two topics',
      'knowledge/national/custody.asks.txt',
      added(asked),
      lastWith(asked),
      /the same ask under council-tax/u,
    ],
    ['the code of another topic', 'knowledge/national/university.yaml', field('ref', 'CT'), firstWith('ref:'), /CT a second time/u],
    ['a reply left out', 'replies.json', instead(/^ {2}"unknown":.*\n/mu, ''), line(1), /unknown: found nothing/u],
    [
      'a reply with a name that nothing fills',
      'replies.json',
      instead(/"OK, I will/u, '"OK {{name}}, I will'),
      firstWith('{{name}}'),
      /person and council/u,
    ],
  ])('%s is refused at its line', (_, file, change, where, words) => {
    const after = make(file, change);
    expect(told(problemsInKnowledge())).toContainEqual(placed(file, where(after), words));
  });
});

describe('crisis words that do not hold together', () => {
  const medical = 'knowledge/crisis/medical.yaml';
  const replies = 'knowledge/crisis/replies.yaml';
  const rule = (rest: string) => whole(`category: medical\nrules:\n  - id: medical-a\n${rest}`);
  test.each<[string, string, Change, Where, RegExp]>([
    ['a pattern with an open bracket', medical, rule('    any:\n      - (not|isnt breathing\n'), line(5), /cannot read/u],
    ['a pattern that anything fits', medical, rule('    any: [... ]\n'), line(4), /would match anything/u],
    ['a list that is not there', medical, rule('    any: [<drugs> overdose]\n'), line(4), /there is no list <drugs>/u],
    ['a rule without patterns', medical, rule('    unless: [lol]\n'), line(3), /any: found nothing/u],
    [
      'a category that is not one',
      medical,
      instead(/^category: medical/mu, 'category: toothache'),
      firstWith('category:'),
      /found "toothache"/u,
    ],
    ['a helpline with no sentence', medical, rule('    helpline: my-aunt\n    any: [overdose]\n'), line(4), /found my-aunt/u],
    [
      'a reply that sends to no helpline',
      replies,
      instead(/helplines: \[samaritans\]/u, 'helplines: [samaritan]'),
      firstWith('[samaritan]'),
      /found samaritan;/u,
    ],
    [
      'a helpline that is in no directory',
      replies,
      instead(/^ {2}samaritans:/mu, '  samaritan:'),
      firstWith('  samaritan:'),
      /found samaritan;/u,
    ],
    ['a crisis with no danger line', replies, instead(/^ {4}danger:.*\n/mu, ''), firstWith('danger-now:'), /danger: found nothing/u],
  ])('%s is refused at its line', (_, file, change, where, words) => {
    const after = make(file, change);
    expect(told(problemsInSafety())).toContainEqual(placed(file, where(after), words));
  });
});

test.each(['../logo.svg', 'brand/../../logo.svg', '/etc/logo.svg', '..\\logo.svg', 'C:\\logo.svg', 'logo.png', 'a\0.svg'])(
  'the logo %j, outside the folder or no picture, stops the start',
  (BRAND_LOGO) => {
    expect(() => readSettings({ BRAND_LOGO })).toThrow(/^Setting BRAND_LOGO is ".*"; it should be (a path inside|the path of an \.svg)/u);
  },
);
