import { holes } from '../engine/fill';
import type { Entry } from '../engine/types';
import { isAsk, type Filed, type Knowledge } from './knowledge';
import type { CouncilEntry, NationalEntry } from './entryFile';
import type { Problem } from './problem';

type Written = NationalEntry | CouncilEntry;

/** What the shapes alone cannot check: sources that exist, figures kept out of prose, councils complete, asks not shared. */
export function lint(knowledge: Knowledge, entries: ReadonlyMap<string, Readonly<Record<string, Entry>>>): Problem[] {
  const all: Filed<Written>[] = [...knowledge.national.values(), ...[...knowledge.local.values()].flatMap((m) => [...m.values()])];
  return [
    ...knowledge.files.flatMap((f) => [...sources(f, knowledge), ...serviceTopics(f, knowledge), ...markup(f)]),
    ...all.flatMap((f) => [...digits(f), ...braces(f), ...amounts(f)]),
    ...[...knowledge.national].flatMap((topic) => national(topic, knowledge)),
    ...twice(knowledge),
    ...local(knowledge),
    ...asks(knowledge),
    ...emptyKits(entries, knowledge),
  ];
}

interface Text {
  readonly path: readonly string[];
  readonly text: string;
}

/** Every text of a file, with where it stands: ["say", "full"]. */
function texts(value: unknown, path: readonly string[] = []): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

type Place = Pick<Filed<unknown>, 'file' | 'lineOf'>;

function at({ file, lineOf }: Place, path: readonly PropertyKey[], found: string, expected: string, mend: string): Problem {
  return { file, line: lineOf(path), field: path.join('.'), found, expected, mend };
}

// sources: [{id, at}], a source: {id, at} of an amount, and what a source supersedes.
function sources(filed: Filed<unknown>, { sources: { written } }: Knowledge): Problem[] {
  const known = new Set(written.map((s) => s.id));
  return texts(filed.written)
    .filter(({ path, text }) => /(^|\.)(sources\.\d+|supersedes\.\d+|source)\.id$/u.test(path.join('.')) && !known.has(text))
    .map(({ path, text }) => at(filed, path, text, 'an id of sources.yaml', 'Add the source there, or mend the id.'));
}

// The topics that a service of directory.yaml helps with.
function serviceTopics(filed: Filed<unknown>, knowledge: Knowledge): Problem[] {
  return texts(filed.written)
    .filter(({ path, text }) => /^\d+\.topics\.\d+$/u.test(path.join('.')) && !knowledge.national.has(text))
    .map(({ path, text }) => at(filed, path, text, 'the id of a topic', 'Check its spelling.'));
}

function markup(filed: Filed<unknown>): Problem[] {
  return texts(filed.written)
    .filter(({ text }) => /<[a-z/!]/iu.test(text))
    .map(({ path }) => at(filed, path, 'HTML', 'plain words', 'Take the tags out.'));
}

// Only prose is filled; a brace left anywhere else, or half a pair, would be shown as it stands.
function braces(filed: Filed<Written>): Problem[] {
  const filledIn = new Set(prose(filed.written).map(([field]) => field));
  return texts(filed.written)
    .filter(({ path, text }) => /[{}]/u.test(filledIn.has(path.join('.')) ? text.replace(/\{\{[\w.-]+\}\}/gu, '') : text))
    .map(({ path, text }) =>
      at(filed, path, text, 'a name in double braces, in words that are filled', 'Mend the braces, or take them out.'),
    );
}

/** The first word of a text that holds a figure outside of {{names}}, if any. */
export function bareFigure(text: string): string | undefined {
  return text
    .replace(/\{\{[^{}]*\}\}/gu, '')
    .split(/\s+/u)
    .find((word) => /\d/u.test(word));
}

// Figures belong in fields, where they have a source and a date (docs/decisions/0006-figures-are-fields.md).
function digits(filed: Filed<Written>): Problem[] {
  return prose(filed.written).flatMap(([field, text]) => {
    const bare = bareFigure(text);
    const mend = 'Put it under ages, times, dates, amounts or names and write {{its.name}}.';
    return bare ? [at(filed, field.split('.'), `the figure "${bare}"`, 'words, with figures in fields', mend)] : [];
  });
}

// An amount that starts after the file was checked is in no reply yet, and the reply would have nothing to say.
function amounts(filed: Filed<Written>): Problem[] {
  return Object.entries(filed.written.amounts).flatMap(([name, { values }]) => {
    const first = values.map((v) => v.from).sort()[0]!;
    const mend = 'Add the amount that holds now, with its source.';
    return first > filed.written.checked
      ? [at(filed, ['amounts', name], `nothing before ${first}`, `an amount in force on ${filed.written.checked}`, mend)]
      : [];
  });
}

function national([topic, filed]: readonly [string, Filed<NationalEntry>], knowledge: Knowledge): Problem[] {
  const { id, near_misses } = filed.written;
  const astray = near_misses.flatMap(({ means }, i) =>
    means !== topic && knowledge.national.has(means)
      ? []
      : [at(filed, ['near_misses', i, 'means'], means, 'the id of another topic', 'Check its spelling.')],
  );
  return id === topic ? astray : [at(filed, ['id'], id, `the name of the file, ${topic}`, 'Make the two the same.'), ...astray];
}

// Ids, reference codes and names that must each mean one thing.
function twice(knowledge: Knowledge): Problem[] {
  const named = (filed: Filed<unknown>, kind: string, path: readonly PropertyKey[], name: string) => ({ filed, kind, path, name });
  const lists = knowledge.files.flatMap((filed) =>
    texts(filed.written)
      .filter(({ path }) => path.length === 2 && (path[1] === 'id' || path[1] === 'term'))
      .map(({ path, text }) => named(filed, filed.file, path, text)),
  );
  const refs = [...knowledge.national.values()].map((f) => named(f, 'ref', ['ref'], f.written.ref));
  const councils = knowledge.councils.flatMap((c) =>
    (['also_called', 'towns'] as const).flatMap((field) => c.written[field].map((name, i) => named(c, 'council', [field, i], name))),
  );
  const first = new Set<string>();
  return [...lists, ...refs, ...councils].flatMap(({ filed, kind, path, name }) => {
    const key = `${kind} ${name.toLowerCase()}`;
    if (first.has(key)) return [at(filed, path, `${name} a second time`, 'each name once', 'Give one of the two another name.')];
    first.add(key);
    return [];
  });
}

/** Every text of an entry that a person reads, with its field. */
export function prose(entry: Written): [field: string, text: string][] {
  const law = 'law' in entry ? entry.law : undefined;
  const rows: [string, string | undefined][] = [
    ...Object.entries(entry.say).map(([k, v]) => [`say.${k}`, v] as [string, string | undefined]),
    ...Object.entries(entry.next ?? {}).map(([k, v]) => [`next.${k}`, v] as [string, string | undefined]),
    ['law', law],
    ...entry.offers.flatMap((o, i): [string, string | undefined][] => [
      [`offers.${i}.line`, o.line],
      [`offers.${i}.foster-carer`, o['foster-carer']],
    ]),
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

function local(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  for (const council of knowledge.councils) {
    const own = knowledge.local.get(council.id)!;
    const unknown = (found: string, expected: string, mend: string) => problems.push(at(council, ['unknown'], found, expected, mend));
    for (const [topic, filed] of own) {
      const base = knowledge.national.get(topic);
      if (!base || filed.written.extends !== topic) {
        const expected = `a national topic, the name of this file (${topic})`;
        problems.push(at(filed, ['extends'], filed.written.extends, expected, 'Give the file and extends the same topic id.'));
      } else problems.push(...belowMinimum(filed, base.written));
    }
    for (const [topic, filed] of knowledge.national) {
      if (filed.written.local !== 'varies' || own.has(topic) || council.written.unknown.includes(topic)) continue;
      const mend = `Add "${topic}" to unknown, so that the gap is seen and the reply says so.`;
      unknown(`nothing on ${topic}`, `${topic}.yaml in this folder, or ${topic} under unknown`, mend);
    }
    for (const topic of council.written.unknown)
      if (own.has(topic) || !knowledge.national.has(topic))
        unknown(topic, 'a topic that this council has no file on', 'Take it off the list.');
  }
  return problems;
}

// A council may add to the law, never lower it silently.
function belowMinimum(filed: Filed<CouncilEntry>, base: NationalEntry): Problem[] {
  if (filed.written.below_minimum) return [];
  return Object.entries(filed.written.amounts).flatMap(([name, { values }]) => {
    const law = Object.hasOwn(base.amounts, name) ? base.amounts[name] : undefined;
    if (!law?.minimum) return [];
    return values.flatMap(({ from, value }, i) => {
      const least = Math.max(0, ...law.values.filter((v) => v.from <= from).map((v) => v.value));
      const mend = 'Check the figure; if the council does pay less, add below_minimum: true.';
      return value < least
        ? [at(filed, ['amounts', name, 'values', i, 'value'], `£${value}`, `at least the national £${least}`, mend)]
        : [];
    });
  });
}

function asks(knowledge: Knowledge): Problem[] {
  const first = new Map<string, string>();
  return [...knowledge.asksFiles].flatMap(([topic, { file, lines }]) => {
    if (!lines.some(isAsk)) {
      const mend = 'Write how people ask, one a line.';
      return [{ file, line: 0, field: '', found: 'no asks', expected: 'at least one ask', mend }];
    }
    return lines.flatMap((text, i) => {
      const other = first.get(text.toLowerCase()) ?? topic;
      if (isAsk(text)) first.set(text.toLowerCase(), topic);
      const found = `the same ask under ${other}`;
      const mend = 'Keep it where the best answer is.';
      return other === topic ? [] : [{ file, line: i + 1, field: text, found, expected: 'each ask under one topic', mend }];
    });
  });
}

// Fills every text once, so that a name without a value can never reach a person.
function emptyKits(entries: ReadonlyMap<string, Readonly<Record<string, Entry>>>, knowledge: Knowledge): Problem[] {
  return [...entries].flatMap(([kit, topics]) => Object.values(topics).flatMap((entry) => [entry.national, entry.council].flatMap((layer) => {
    if (!layer) return [];
    const figures = { ...entry.national.figures, ...layer.figures };
    const unfilled = [layer.short, layer.full, layer.next, layer.law ?? '', layer.carerFull ?? '', layer.carerShort ?? '', layer.carerNext ?? ''].flatMap(holes).filter((name) => !figures[name]);
    const file = knowledge.national.get(entry.id)?.file ?? entry.id;
    return [...new Set(unfilled)].map((name) => ({ file, line: 0, field: kit, found: `{{${name}}}`, expected: 'a name with a value', mend: 'Add the field, or mend the name.' }));
  }))); // prettier-ignore
}
