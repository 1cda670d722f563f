import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// As a dependency the package brings 486 MB with it; its one built file is all that a page loads.
const version = '4.18.1';
const integrity = 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const folder = join('build', 'webchat');

/** The stock web chat as a page loads it: from the cache, or from the package registry when it is not there; checked either way. */
export function webchatBundle(): Buffer {
  const packed = join(folder, `botframework-webchat-${version}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(packed)) execFileSync('npm', ['pack', '--silent', `botframework-webchat@${version}`, '--pack-destination', folder]);
  const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (found !== integrity)
    throw new Error(`${packed} is not botframework-webchat ${version} as it was tried: ${found}. Delete it and run again.`);
  execFileSync('tar', ['-xzf', packed, '-C', folder, 'package/dist/webchat.js']);
  return readFileSync(join(folder, 'package', 'dist', 'webchat.js'));
}
