import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeKits, writeKits } from './build';
import { inOneLine, Problems } from './problem';

// Makes build/kits from the knowledge, unless nothing that they are made of has changed since.
const kits = join('build', 'kits');
const stamp = join(kits, 'made-from.txt');

/** A fingerprint of every file under the folders. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    )) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      hash.update(file).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

const now = fingerprint(['knowledge', 'locales', join('build', 'js', 'bot', 'kit'), join('build', 'js', 'bot', 'engine')]);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  try {
    writeKits(makeKits('knowledge', join('locales', 'en', 'replies.json')), kits);
    writeFileSync(stamp, now);
  } catch (error) {
    console.error(error instanceof Problems ? error.list.map(inOneLine).join('\n') : error);
    process.exitCode = 1;
  }
}
