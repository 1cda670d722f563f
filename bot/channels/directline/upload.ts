import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { Refused } from '../../said';
import { readIncoming, type Incoming } from './incoming';

/** Longest activity read out of an upload, bytes. */
const longestActivity = 32 * 1024;

/** Reads the activity of an upload. Files are thrown away as they come in: none is held, none is kept. Throws Refused. */
export async function readUpload(request: IncomingMessage): Promise<Incoming> {
  let files = 0;
  const activity: Buffer[] = [];
  let form: BusboyInstance;
  try {
    form = Busboy({ headers: request.headers as BusboyHeaders, limits: { parts: 20, headerPairs: 20, fieldSize: longestActivity } });
  } catch {
    throw new Refused('That upload could not be read. Send multipart/form-data with a part named "activity".');
  }
  form.on('field', (name: string, value: string) => name === 'activity' && activity.push(Buffer.from(value)));
  form.on('file', (name: string, part: Readable) => {
    // The stock client sends the activity as a nameless blob, which reads as a file.
    if (name !== 'activity') files++;
    // A part that breaks off says so here as well; unheard, it would end the process.
    part.on('error', () => form.destroy(new Error('broke off')));
    let size = 0;
    part.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (name === 'activity' && size <= longestActivity) activity.push(chunk);
    });
  });
  try {
    await pipeline(request, form);
  } catch {
    throw new Refused('That upload broke off or could not be read.');
  }
  return readIncoming(activity.length > 0 ? parsed(Buffer.concat(activity).toString('utf8')) : { type: 'message' }, files > 0);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refused('The part named "activity" is not JSON.');
  }
}
