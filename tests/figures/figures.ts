import { parseArgs } from 'node:util';
import { measureConversations, readConversations } from './conversations';
import { measure, type Sets } from './measure';
import { asMarkdown, asText } from './printFigures';
import { putInReadme } from './readme';
import { fingerprint, lastRecorded, record } from './recorded';
import { BadFile, readCrisis, readOthers, readQuestions } from './rows';

// npm run figures: how well messages are understood, on questions kept aside or on any files named.
const usage = `npm run figures -- [--questions F] [--crisis F] [--benign F] [--out-of-scope F] [--conversations F] [--json] [--record] [--readme] [--check]
  Each F replaces the project's own kept-aside set; an option may be given more than once. Rows of a question file whose first
  topic is "out-of-scope" are counted as out of scope. --record keeps this run to compare the next one with; --readme writes the
  table of README.md and --check says whether it is as this run gives it: these three only on the project's own sets.`;

const aside = {
  questions: ['tests/questions/aside-1.jsonl', 'tests/questions/aside-2.jsonl'],
  crisis: ['tests/crisis/aside-crisis.jsonl'],
  benign: ['tests/crisis/aside-benign.jsonl'],
  conversations: ['tests/questions/aside-conversations.yaml', 'tests/questions/aside-conversations-2.yaml'],
};

const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  questions: many,
  crisis: many,
  benign: many,
  'out-of-scope': many,
  conversations: many,
  json: flag,
  record: flag,
  readme: flag,
  check: flag,
  help: flag,
} as const;
type Given = ReturnType<typeof read>;

function read() {
  return parseArgs({ options }).values;
}

function files({ questions, crisis, benign, 'out-of-scope': outOfScope }: Given) {
  const own = !questions && !crisis && !benign && !outOfScope;
  return {
    own,
    questions: questions ?? aside.questions,
    crisis: crisis ?? aside.crisis,
    benign: benign ?? aside.benign,
    outOfScope: outOfScope ?? [],
    // Out-of-scope rows of the questions count unless others were named in their place.
    rowsToo: questions !== undefined || outOfScope === undefined,
  };
}

function readSets(from: ReturnType<typeof files>): Sets {
  const rows = from.questions.flatMap(readQuestions);
  const outside = rows.filter(({ topics }) => topics[0] === 'out-of-scope');
  return {
    questions: rows.filter((row) => !outside.includes(row)),
    outOfScope: [...from.outOfScope.flatMap(readOthers), ...(from.rowsToo ? outside : [])],
    crisis: from.crisis.flatMap(readCrisis),
    benign: from.benign.flatMap(readOthers),
  };
}

async function main(): Promise<void> {
  const given = read();
  if (given.help) return console.log(usage);
  const from = files(given);
  if (!from.own && (given.record || given.readme || given.check))
    throw new BadFile("--record, --readme and --check are for the project's own sets; leave the files out");
  const sets = readSets(from);
  const conversations = (given.conversations ?? (from.own ? aside.conversations : undefined))?.flatMap(readConversations);
  const made = fingerprint([...from.questions, ...from.crisis, ...from.benign, ...from.outOfScope]);
  const before = lastRecorded();
  const comparable = before?.sets === made ? before : null;

  const figures = measure(sets);
  const played = conversations ? measureConversations(conversations) : null;
  if (given.json) console.log(JSON.stringify({ ...figures, conversations: played, recorded: comparable }));
  else console.log(asText(figures, played, comparable));
  if (!given.json && before && !comparable) console.log(`\nNot compared: the run of ${before.on} was on other files.`);

  if (given.record) record(made, figures.figures);
  if (given.readme) await putInReadme('figures', asMarkdown(figures, played));
  if (given.check && !(await putInReadme('figures', asMarkdown(figures, played), 'check')))
    throw new BadFile('the table in README.md is not what this run gives; run: npm run figures -- --readme');
}

main().catch((error: unknown) => {
  const told = error instanceof BadFile || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  console.error(told ? `figures: ${(error as Error).message}` : error);
  process.exitCode = 1;
});
