import { check } from './editor/check';
import { changes } from './editor/changes';
import { crisisPage } from './editor/crisisPage';
import { due } from './editor/due';
import { importDirectory } from './editor/importDirectory';
import { newCouncil } from './editor/newCouncil';
import { preview } from './editor/preview';
import { why } from './editor/why';
import { readKnowledge } from './kit/knowledge';
import { inOneLine, type Problem } from './kit/problem';
import { readNow, readOptions } from './options';

// The content editor's tools: npm run knowledge -- check | due | preview TOPIC --council X | why "phrase" | changes --since DATE

const usage = `npm run knowledge -- check                         every problem at once, with file, line and how to mend it
npm run knowledge -- due [--council ID]            what is past or near its review date, unknown or unconfirmed
npm run knowledge -- preview TOPIC [--council ID]  the page, text message and Teams forms, with counts and reading ease
npm run knowledge -- why "phrase" [--council ID]   which rule, which words, which score, what came second
npm run knowledge -- changes --since DATE          what changed, in words a personal adviser reads
npm run knowledge -- crisis                        every crisis reply, council and hour, to read and sign
npm run council:new -- NAME                        a folder for a new council with every field unknown
npm run directory:import -- FILE|URL               an Open Referral UK feed as YAML for review`;

const options = { council: { type: 'string' }, since: { type: 'string' }, now: { type: 'string' } } as const;

async function main(): Promise<void> {
  const { values, positionals } = readOptions({ allowPositionals: true, options }, usage);
  const [command, ...rest] = positionals;
  const now = readNow(values.now);
  const say = (lines: readonly string[]) => console.log(lines.join('\n'));
  const problems: Problem[] = [];
  const knowledge = () => readKnowledge('knowledge', 'locales/en/replies.json', problems);
  switch (command) {
    case 'check': {
      const found = check(knowledge(), problems, now);
      say(found.length ? [...found.map(inOneLine), '', `${found.length} problems`] : ['No problems.']);
      process.exitCode = found.length ? 1 : 0;
      return;
    }
    case 'due':
      say(
        due(knowledge(), now)
          .filter((d) => !values.council || d.owner === values.council)
          .map((d) => `${d.owner.padEnd(22)} ${d.what}: ${d.why}`),
      );
      return;
    case 'preview':
      say(preview(knowledge(), problems, rest[0] ?? '', values.council, now));
      return;
    case 'why':
      say(why(rest.join(' '), values.council, now));
      return;
    case 'changes':
      say(changes(values.since ?? ''));
      return;
    case 'crisis':
      say(crisisPage());
      return;
    case 'council':
      say(newCouncil('knowledge', rest.join(' '), knowledge()));
      return;
    case 'directory':
      say(await importDirectory(rest[0] ?? '', 'knowledge'));
      return;
    default:
      console.error(usage);
      process.exitCode = 1;
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
