import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ranker } from '../engine/types';
import { makeKits, rankerFile, writeKits } from './build';
import { inOneLine, Problems } from './problem';
import { madeOf, train, type Learnt } from './train';

// Makes build/kits from the knowledge, unless nothing that they are made of has changed since. Training takes most of the
// time, so a ranker is kept while the asks, the lexicon and the code that learns from them are the same.
const kits = join('build', 'kits');
const code = join('build', 'js', 'bot');
const learns = ['kit/train.js', 'kit/learn.js', 'kit/svm.js', 'engine/features.js', 'engine/tidy.js'].map((name) => join(code, name));

const stamp = join(kits, 'made-from.txt');
const rankerStamp = join(kits, 'ranker-from.txt');

/** A fingerprint of every file under the folders. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    )) {
      if (entry.isFile()) add(hash, join(entry.parentPath, entry.name));
    }
  }
  return hash.digest('hex');
}

function add(hash: Hash, file: string): void {
  hash.update(file).update(readFileSync(file));
}

let trainedFrom = '';

function keptOrTrained(knowledge: Learnt): Ranker {
  const hash = createHash('sha256').update(madeOf(knowledge));
  for (const file of learns) add(hash, file);
  trainedFrom = hash.digest('hex');
  const file = join(kits, `${rankerFile}.json`);
  const same = existsSync(file) && existsSync(rankerStamp) && readFileSync(rankerStamp, 'utf8') === trainedFrom;
  return same ? (JSON.parse(readFileSync(file, 'utf8')) as Ranker) : train(knowledge);
}

const now = fingerprint(['knowledge', 'locales', 'dialogs', join(code, 'kit'), join(code, 'engine')]);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  try {
    writeKits(makeKits('knowledge', join('locales', 'en', 'replies.json'), keptOrTrained), kits);
    writeFileSync(rankerStamp, trainedFrom);
    writeFileSync(stamp, now);
  } catch (error) {
    console.error(error instanceof Problems ? error.list.map(inOneLine).join('\n') : error);
    process.exitCode = 1;
  }
}
