import fc from 'fast-check';
import { loosePattern, slowSpans, somePattern, someWords } from '../../tests/engine/slowSearch';
import { end, gap, maybe, start, word } from '../../tests/engine/steps';
import { findCrisis, fires, knownWords, mended } from './crisis';
import { tidy } from './tidy';
import type { CrisisRule, Pattern, Step } from './types';

const hits: CrisisRule = {
  id: 'abuse-hits',
  category: 'abuse',
  any: [
    [word('hit', 'beat up', 'punch*'), gap(2), word('me')],
    [word('scared'), maybe('to go'), word('home')],
    [start, word('overdose'), end],
    [start, gap(1), word('emergency')],
  ],
  unless: [[word('hit me up')]],
};

test.each([
  ['he hit me', true],
  ['he beat up my mum and me', false],
  ['he beat up mum and me', true],
  ['he punches me', true],
  ['me he hit', false],
  ['he hit my brother not me', false],
  ['scared to go home', true],
  ['scared home', true],
  ['overdose', true],
  ['overdose leaflet', false],
  ['about overdose', false],
  ['emergency', true],
  ['an emergency', true],
  ['not an emergency', false],
  ['hit me up later', false],
  ['hit me up later he hit me', true],
  ['', false],
])('a rule with gaps, lists, options and edges: "%s" is a crisis: %s', (text, expected) => {
  expect(fires(hits, text.split(' ').filter(Boolean))).toBe(expected);
});

// A rule whose pattern begins or ends in a choice between a word and an edge of the message.
const edged: CrisisRule = {
  ...hits,
  any: [
    [word('^', 'the'), word('gun')],
    [word('overdose'), word('$', 'now')],
  ],
  unless: [],
};

test.each([
  ['gun', true],
  ['a gun', false],
  ['not the gun', true],
  ['overdose', true],
  ['about overdose', true],
  ['overdose now please', true],
  ['overdose leaflet', false],
  ['now', false],
])('an edge of the message among the words of a step: "%s" is a crisis: %s', (text, expected) => {
  expect(fires(edged, text.split(' '))).toBe(expected);
});

test('a step of edges alone takes no word', () => {
  const alone: CrisisRule = { ...hits, any: [[word('^'), word('help'), word('$')]], unless: [] };
  expect(['help', 'help me', 'please help'].map((text) => fires(alone, text.split(' ')))).toEqual([true, false, false]);
  const nothing: CrisisRule = { ...hits, any: [[word('^'), word('$')]], unless: [] };
  expect(['help', 'help me'].map((text) => fires(nothing, text.split(' ')))).toEqual([false, false]);
});

test.each<[string, Pattern, string]>([
  ['a word or two at the start, of which it needs none', [maybe('really'), word('hit')], 'he hit'],
  ['only words that may be left out', [maybe('really')], 'he hit'],
  ['a gap up to the very end', [word('hit'), gap(2), end], 'he hit me'],
  ['a gap of nothing', [word('he'), gap(0), word('hit')], 'he hit'],
  ['a word that begins so', [word('hi*')], 'he hit'],
  ['a word that begins so, with no more letters', [word('hit*')], 'he hit'],
  ['words of which the second begins so', [word('he hi*')], 'he hit'],
  ['one letter', [word('i'), word('hurt')], 'can i hurt'],
])('a pattern of %s is found', (_, pattern, text) => {
  expect(fires({ ...hits, any: [pattern], unless: [] }, text.split(' '))).toBe(true);
});

test.each<[string, Pattern, string]>([
  ['more words between than the gap holds', [word('he'), gap(1), word('me')], 'he did hit me'],
  ['a word that begins so, a letter short', [word('hits*')], 'he hit'],
  ['words that end too soon', [word('hit me')], 'he hit'],
  ['a word that only ends so', [word('it*')], 'he hit'],
  ['the same beginning of another word', [word('hits'), maybe('hi*')], 'he hit'],
])('a pattern is not found in %s', (_, pattern, text) => {
  expect(fires({ ...hits, any: [pattern], unless: [] }, text.split(' '))).toBe(false);
});

test.each<[string, Pattern, boolean]>([
  ['before the match', [word('he')], true],
  ['after the match', [word('later')], true],
  ['over its first word', [word('he hit')], false],
  ['over its last word', [word('me later')], false],
  ['inside it', [word('hit')], false],
  ['round it', [word('he hit me later')], false],
  ['of no words, where it stands', [start], true],
])('an idiom %s takes the match away or not: still a crisis: %s', (_, idiom, expected) => {
  const rule: CrisisRule = { ...hits, any: [[word('hit'), word('me')]], unless: [idiom] };
  expect(fires(rule, ['he', 'hit', 'me', 'later'])).toBe(expected);
});

test('of two matches of a rule, the one that no idiom covers is enough, whichever pattern finds it', () => {
  const rule: CrisisRule = { ...hits, any: [[word('hit'), word('me')], [word('beat')]], unless: [[word('hit me up')], [word('beat it')]] };
  const said = (text: string) => fires(rule, text.split(' '));
  expect(['hit me up', 'beat it', 'hit me up and beat it'].map(said)).toEqual([false, false, false]);
  expect(['hit me up or i get beat', 'beat it or he hit me', 'hit me hit me up', 'hit me up hit me'].map(said)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('rules are taken in their order, whatever the order of the words and whatever the patterns need', () => {
  const named = (id: string, ...any: Pattern[]): CrisisRule => ({ ...hits, id, any, unless: [[word('not this')]] });
  const rules = [
    named('first', [word('zebra')]),
    named('second', [start, gap(3), end]),
    named('third', [word('ant')]),
    named('fourth', [word('be*')]),
  ];
  const found = (text: string) => findCrisis({ tokens: text.split(' '), raw: [] }, { rules })?.rule;
  expect(found('ant bee zebra')).toBe('first');
  expect(found('bee ant cat')).toBe('second');
  expect(found('a bee or an ant')).toBe('third');
  expect(found('and a bee is there')).toBe('fourth');
  expect(found('a b c d e')).toBeUndefined();
});

describe('of the three readings', () => {
  const one: CrisisRule = { ...hits, id: 'hit', any: [[word('hit')]], unless: [] };
  const two: CrisisRule = { ...hits, id: 'hurt', any: [[word('hurt')]], unless: [] };
  const rules = [one, two];

  test('the words as tidied come first, then those as typed, then those mended', () => {
    const words = 'hit hurt';
    expect(findCrisis({ tokens: ['hurt'], raw: ['hit'] }, { rules, words })?.rule).toBe('hurt');
    expect(findCrisis({ tokens: ['huurt'], raw: ['hit'] }, { rules, words })?.rule).toBe('hit');
    expect(findCrisis({ tokens: ['huurt'], raw: ['huurt'] }, { rules, words })?.rule).toBe('hurt');
    expect(findCrisis({ tokens: ['huurt'], raw: ['huurt'] }, { rules: [one, two] })).toBeNull();
  });

  test('words typed with a space in them are another reading than without', () => {
    expect(findCrisis({ tokens: ['h', 'it'], raw: ['hit'] }, { rules })?.rule).toBe('hit');
  });

  test('words typed without the last of the words as tidied are another reading', () => {
    const rule: CrisisRule = { ...one, unless: [[word('hit on')]] };
    expect(findCrisis({ tokens: ['hit', 'on'], raw: ['hit', 'on'] }, { rules: [rule] })).toBeNull();
    expect(findCrisis({ tokens: ['hit', 'on'], raw: ['hit'] }, { rules: [rule] })?.rule).toBe('hit');
  });

  test('a reading that is like the first is not tried again', () => {
    let tries = 0;
    const steps = Object.defineProperty([word('hit')], Symbol.iterator, { value: () => (tries++, [word('hit')].values()) });
    const rule: CrisisRule = { ...hits, any: [steps], unless: [[word('hit')]] };
    const words = ['he', 'hit', 'me'];
    expect(findCrisis({ tokens: words, raw: [...words] }, { rules: [rule], words: 'he hit me' })).toBeNull();
    expect(tries).toBe(1);
    expect(findCrisis({ tokens: words, raw: ['her', 'hit', 'me'] }, { rules: [rule], words: 'he hit me' })).toBeNull();
    expect(tries).toBe(3);
  });

  test('no words at all are no crisis', () => {
    expect(findCrisis({ tokens: [], raw: [] }, { rules, words: 'hit hurt' })).toBeNull();
  });
});

describe('in a long message', () => {
  const filler = (n: number, name = 'x') => Array.from({ length: n }, (_, i) => `${name}${i}`);
  const far: CrisisRule = {
    ...hits,
    any: [
      [word('he'), gap(19), word('hit')],
      [word('hit'), gap(19), word('me')],
    ],
    unless: [[word('hit on')]],
  };
  const seen = (tokens: string[], raw: string[]) => findCrisis({ tokens, raw }, { rules: [far] }) !== null;

  test.each([0, 1, 19, 20, 21, 22, 40, 100])(
    'with %i words before and after it, a crisis that only the words as typed tell is seen',
    (n) => {
      for (const between of [0, 1, 18, 19]) {
        const [before, inside, after] = [filler(n), filler(between, 'y'), filler(n, 'z')];
        expect(seen([...before, 'he', ...inside, 'hint', ...after], [...before, 'he', ...inside, 'hit', ...after])).toBe(true);
        expect(seen([...before, 'hint', ...inside, 'me', ...after], [...before, 'hit', ...inside, 'me', ...after])).toBe(true);
      }
    },
  );

  test('two slips far from each other are both looked at', () => {
    const tokens = ['you', ...filler(60), 'he', 'hint', ...filler(60, 'y')];
    const raw = ['u', ...filler(60), 'he', 'hit', ...filler(60, 'y')];
    expect(seen(tokens, raw)).toBe(true);
    expect(seen(tokens.toReversed(), raw.toReversed())).toBe(false);
  });

  test('what is left out between two slips is not taken for nothing: words on both sides of it do not stand together', () => {
    const next: CrisisRule = { ...hits, any: [[word('x20 y0')], [word('x20 y81')]], unless: [] };
    const tokens = ['you', ...filler(100), ...filler(100, 'y'), 'you'];
    const raw = ['u', ...filler(100), ...filler(100, 'y'), 'u'];
    expect(findCrisis({ tokens, raw }, { rules: [next] })).toBeNull();
  });

  test('the start and the end of the message are where they were', () => {
    const edges: CrisisRule = {
      ...hits,
      any: [
        [start, word('hit')],
        [word('hurt'), end],
      ],
      unless: [],
    };
    const found = (tokens: string[], raw: string[]) => findCrisis({ tokens, raw }, { rules: [edges] }) !== null;
    expect(found(['hint', ...filler(50)], ['hit', ...filler(50)])).toBe(true);
    expect(found([...filler(50), 'hurl'], [...filler(50), 'hurt'])).toBe(true);
    expect(found(['you', 'hint', ...filler(50)], ['u', 'hit', ...filler(50)])).toBe(false);
    expect(found([...filler(50), 'hurl', 'you'], [...filler(50), 'hurt', 'u'])).toBe(false);
  });

  test('an idiom round a slip is still an idiom', () => {
    expect(seen([...filler(50), 'he', 'hint', 'on', ...filler(50)], [...filler(50), 'he', 'hit', 'on', ...filler(50)])).toBe(false);
  });

  test('an idiom twenty words from a slip is still an idiom', () => {
    const message = (slip: string) => [slip, ...filler(20), 'hit', 'on', ...filler(30, 'y')];
    const rule: CrisisRule = { ...hits, any: [[word('hit')]], unless: [[word('hit on')]] };
    expect(findCrisis({ tokens: message('you'), raw: message('u') }, { rules: [rule] })).toBeNull();
  });

  test('a word far into the message does not stand at its start', () => {
    const message = (slip: string) => [...filler(50), 'hit', ...filler(18, 'y'), slip];
    const rule: CrisisRule = { ...hits, any: [[start, gap(3), word('hit')]], unless: [] };
    expect(findCrisis({ tokens: message('you'), raw: message('u') }, { rules: [rule] })).toBeNull();
  });

  test('a pattern longer than twenty words is seen with a slip at its end', () => {
    const message = (slip: string) => ['he', ...filler(22), slip, ...filler(30, 'y')];
    const rule: CrisisRule = { ...hits, any: [[word('he'), gap(22), word('hit')]], unless: [] };
    expect(findCrisis({ tokens: message('hint'), raw: message('hit') }, { rules: [rule] })).not.toBeNull();
  });
});

describe('words with slips', () => {
  const rules: CrisisRule[] = [hits];

  test('are mended to the words that are known, the commoner first', () => {
    expect(mended(['he', 'hitt', 'me'], { rules: [hits], words: 'he hit me' })).toEqual(['he', 'hit', 'me']);
    expect(mended(['bxd'], { rules: [hits], words: 'bud bed' })).toEqual(['bxd']);
    expect(mended(['bxad'], { rules: [hits], words: 'brad bead' })).toEqual(['brad']);
    expect(mended(['bxad'], { rules: [hits], words: 'bead brad' })).toEqual(['bead']);
  });

  test('are left alone where no words are known', () => {
    expect(mended(['wsa', 'heer', 'hitt'], { rules: [hits] })).toEqual(['wsa', 'heer', 'hitt']);
  });

  test('are known words in their order', () => {
    expect([...knownWords({ rules: [hits], words: 'he hit me' })]).toEqual([
      ['he', 0],
      ['hit', 1],
      ['me', 2],
    ]);
  });

  test('are looked through once for a message, and the known words read once for a set of rules', () => {
    const tokens = ['hitt'];
    const known = { rules, words: 'hit' };
    expect(mended(tokens, known)).toBe(mended(tokens, known));
    expect(knownWords(known)).toBe(knownWords(known));
  });
});

describe('thousands of patterns are quick, because', () => {
  // A pattern that counts how often it is tried: matching goes through its steps in turn, and nothing else does.
  const counted = (...steps: Step[]) => {
    const tries = { count: 0 };
    const pattern = Object.defineProperty([...steps], Symbol.iterator, {
      value(this: Step[]) {
        tries.count++;
        return Array.prototype.values.call(this);
      },
    });
    return { pattern: pattern as Pattern, tries };
  };
  const common = Array.from({ length: 5 }, (): Pattern => [word('hit'), word('nothing')]);
  const tried = (text: string, ...steps: Step[]) => {
    const { pattern, tries } = counted(...steps);
    findCrisis({ tokens: text.split(' '), raw: [] }, { rules: [{ ...hits, any: [...common, pattern], unless: [] }] });
    return tries.count > 0;
  };

  test.each<[string, boolean, string, ...Step[]]>([
    ['a word that it needs is missing', false, 'he did', word('hit')],
    ['its second word is missing', false, 'hit me', word('hit'), word('her')],
    ['its first word is missing', false, 'hit me', word('her'), word('hit')],
    ['only its second word is there', false, 'tell her', word('hit'), word('her')],
    ['both words that it needs are there', true, 'she hit her', word('hit'), word('her')],
    ['the words that it needs stand the other way round', false, 'she hit', word('hit'), word('her', 'she')],
    ['the words that it needs stand too far apart', false, 'hit a b c me', word('hit'), gap(2), word('me')],
    ['the words that it needs stand as far apart as they may', true, 'hit a b me', word('hit'), gap(2), word('me')],
    ['a word may be left out, the other is missing', false, 'tell her', maybe('her'), word('punch')],
    ['a word may be left out, the other is there', true, 'hit me', maybe('her'), word('hit')],
    ['a starred word is missing', false, 'he did', word('punch*')],
    ['a starred word is there', true, 'he punches', word('punch*')],
    ['a whole word begins as another', false, 'he punches', word('punch')],
    ['an edge stands before its word', false, 'he did', word('^ hit')],
    ['an edge stands before its word, and that is there', true, 'her it is', word('^ her')],
    ['an edge may stand for its word', true, 'he did', word('^', 'her')],
    ['it needs no word', true, 'he did', gap(2)],
  ])('where %s, a pattern is tried: %s', (_, expected, text, ...steps) => {
    expect(tried(text, ...steps)).toBe(expected);
  });

  test('which words they need is found out once for a set of rules, and once for a rule alone', () => {
    let reads = 0;
    const rule: CrisisRule = Object.defineProperty({ ...hits }, 'any', { get: () => (reads++, hits.any) });
    const rules = [rule];
    for (let i = 0; i < 3; i++) findCrisis({ tokens: ['hit', 'me'], raw: [] }, { rules });
    expect(reads).toBe(1);
    for (let i = 0; i < 3; i++) fires(rule, ['hit', 'me']);
    expect(reads).toBe(2);
  });
});

test('a crisis is seen in the words as typed even when spelling takes it away', () => {
  expect(findCrisis(tidy('he hit me', { hit: 'hint' }), { rules: [hits] })?.category).toBe('abuse');
});

test('a crisis is seen in text-speak', () => {
  expect(findCrisis(tidy('he h8t m3', { h8t: 'hit', m3: 'me' }), { rules: [hits] })?.category).toBe('abuse');
});

test('the first rule that fires names the crisis and its own helpline', () => {
  const first: CrisisRule = { ...hits, id: 'first', category: 'domestic-abuse', helpline: 'refuge' };
  const rules = [{ ...first, any: [[word('nothing')]] }, first, hits];
  expect(findCrisis(tidy('he hit me', {}), { rules })).toEqual({ category: 'domestic-abuse', rule: 'first', helpline: 'refuge' });
});

test('words that no rule knows are no crisis', () => {
  expect(findCrisis(tidy('do i have to pay council tax', {}), { rules: [hits] })).toBeNull();
});

test('words before and after a crisis never hide it', () => {
  fc.assert(
    fc.property(loosePattern, someWords, someWords, someWords, (pattern, before, words, after) => {
      const rule: CrisisRule = { ...hits, any: [pattern], unless: [] };
      fc.pre(fires(rule, words));
      expect(fires(rule, [...before, ...words, ...after])).toBe(true);
    }),
  );
});

test('of many rules, the first found in the first reading that holds any is the one that a slow search finds, idioms left out', () => {
  const slowly = (rule: CrisisRule, words: readonly string[]) => {
    const idioms = rule.unless.flatMap((pattern) => slowSpans(pattern, words));
    return rule.any.some((p) => slowSpans(p, words).some((hit) => !idioms.some((i) => i.from < hit.to && hit.from < i.to)));
  };
  const patterns = fc.array(somePattern, { maxLength: 3 });
  const ruleSet = fc
    .array(fc.tuple(patterns, patterns), { maxLength: 4 })
    .map((all) => all.map(([any, unless], i): CrisisRule => ({ id: String(i), category: 'abuse', any, unless })));
  fc.assert(
    fc.property(ruleSet, someWords, someWords, (rules, tokens, raw) => {
      const first = [tokens, raw].flatMap((words) => rules.find((rule) => slowly(rule, words)) ?? []);
      expect(findCrisis({ tokens, raw }, { rules })?.rule).toBe(first[0]?.id);
    }),
    { numRuns: 1000 },
  );
});
