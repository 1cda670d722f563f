import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSafety } from './safety';

const file = join('bot', 'engine', 'safety.data.json');

// Writes the safety data into the program's source, where it is reviewed like code; with --check it only compares.
// One line for each rule and each word of the rest, so that a change reads as a change.
const { rules, ...rest } = makeSafety('knowledge');
const lines = rules.map((rule) => JSON.stringify(rule)).join(',\n');
const made = `${JSON.stringify(rest, null, 1).replace(/\}$/u, '')} ,"rules": [\n${lines}\n]}\n`;
const held = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (made !== held && process.argv.includes('--check')) {
  console.error(`${file} is not what knowledge/ makes. Run: npm run safety, read the change, and commit it.`);
  process.exitCode = 1;
} else if (made !== held) {
  writeFileSync(file, made);
}
