import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCrisis, fires } from '../engine/crisis';
import { tidy } from '../engine/tidy';
import { crisisCategories } from '../engine/types';
import { crisisFile } from './crisisFile';
import { inOneLine, type Problem } from './problem';
import { readYaml, namesIn } from './read';

// Tries crisis rules on the tuning messages while they are written: node build/js/kit/tryCrisis.js [category...] [--lines FILE]
type Row = { text: string; category?: string; also?: string[]; lang?: string };
const jsonl = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Row);

const args = process.argv.slice(2);
const linesAt = args.indexOf('--lines');
const lines =
  linesAt >= 0
    ? readFileSync(args[linesAt + 1]!, 'utf8')
        .split('\n')
        .filter(Boolean)
    : null;
const chosen = args.filter((a, i) => !a.startsWith('--') && (linesAt < 0 || i !== linesAt + 1));
const categories = chosen.length ? crisisCategories.filter((c) => chosen.includes(c)) : crisisCategories;

const problems: Problem[] = [];
const spelling = (readYaml('knowledge/spelling.yaml', [])?.value ?? {}) as Record<string, string>;
const files = categories.map((c) => crisisFile(readYaml(`knowledge/crisis/${c}.yaml`, problems)!, problems)!).filter(Boolean);
if (problems.length) console.log(problems.map(inOneLine).join('\n'));
const rules = files.flatMap((f) => f.rules);
const which = (text: string) => findCrisis(tidy(text, spelling), { rules });

if (lines) for (const line of lines) console.log(which(line)?.rule ?? '-- nothing --', '|', line);
else {
  for (const file of files) {
    for (const { line, rule } of file.must) if (!which(line)) console.log(`MUST not met by ${rule}: ${line}`);
    for (const { line } of file.mustNot) {
      const tidied = tidy(line, spelling);
      const fired = file.rules.find((r) => fires(r, tidied.tokens) || fires(r, tidied.raw));
      if (fired) console.log(`MUST_NOT fired ${fired.id}: ${line}`);
    }
  }
  for (const set of ['tests/crisis/tune-crisis.jsonl']) {
    const rows = jsonl(set).filter(
      (r) =>
        [r.category, ...(r.also ?? [])].some((c) => (categories as readonly string[]).includes(c!)) &&
        (categories as readonly string[]).includes(r.category!),
    );
    const missed = rows.filter((r) => !which(r.text));
    console.log(`${set}: found ${rows.length - missed.length} of ${rows.length}`);
    for (const r of missed) console.log(`  missed (${r.category}${r.lang ? ` ${r.lang}` : ''}): ${r.text}`);
    if (categories.length === crisisCategories.length) {
      const wrong = rows.filter((r) => {
        const f = which(r.text);
        return f && f.category !== r.category && !(r.also ?? []).includes(f.category);
      });
      console.log(`  category wrong: ${wrong.length}`);
      for (const r of wrong) console.log(`  ${r.category} taken as ${which(r.text)!.rule}: ${r.text}`);
    }
  }
  const asks = ['national', 'acts'].flatMap((dir) =>
    namesIn(join('knowledge', dir), '.asks.txt').flatMap((t) =>
      readFileSync(join('knowledge', dir, `${t}.asks.txt`), 'utf8')
        .split('\n')
        .filter((l) => l && !l.startsWith('#')),
    ),
  );
  for (const [name, texts] of [
    ['tune-benign', jsonl('tests/crisis/tune-benign.jsonl').map((r) => r.text)],
    ['ordinary asks', asks],
  ] as const) {
    const alarms = texts.filter((t) => which(t));
    console.log(`${name}: ${alarms.length} false alarms of ${texts.length}`);
    for (const t of alarms) console.log(`  ${which(t)!.rule}: ${t}`);
  }
}
