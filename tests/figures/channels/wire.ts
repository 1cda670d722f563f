import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection to a server that sends one request at a time, made into bytes beforehand, and reads no more of the answer than it must. */
export interface Wire {
  /** Sends a request; resolves once its answer has come whole, rejects when that is not 200. */
  send(request: Buffer): Promise<void>;
  close(): void;
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = '0\r\n\r\n';

/** Opens a connection. Of the machine that load and server share, a client for all of HTTP takes as much as an echo does. */
export async function openWire(port: number): Promise<Wire> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let got: Buffer = Buffer.alloc(0);
  let settle: ((error?: Error) => void) | null = null;
  const end = (error?: Error): void => {
    const settled = settle;
    [got, settle] = [Buffer.alloc(0), null];
    settled?.(error);
  };
  socket.on('data', (data) => {
    got = got.length > 0 ? Buffer.concat([got, data]) : data;
    if (!isWhole(got)) return;
    const status = got.toString('latin1', 9, 12);
    end(status === '200' ? undefined : new Error(`Status ${status}`));
  });
  socket.on('close', () => end(new Error('The server closed the connection.')));
  socket.on('error', end);
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = (error) => (error ? reject(error) : resolve());
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(got: Buffer): boolean {
  const head = got.indexOf(headEnd);
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/iu.exec(got.toString('latin1', 0, head))?.[1];
  if (length !== undefined) return got.length >= head + headEnd.length + Number(length);
  return got.toString('latin1', got.length - lastChunk.length) === lastChunk;
}

/** A request as it goes over the wire. */
export function asBytes(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = { host: '127.0.0.1', ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
